export type ShortcutHandler = (event: KeyboardEvent) => void
type Entry = { keys: string; handler: ShortcutHandler }

const SEQUENCE_MS = 1_000
const entries = new Set<Entry>()
let prefix: { key: string; at: number } | null = null
let hasSingleKeys = true

const fields =
  'input:not([type=checkbox],[type=radio],[type=button]),textarea,select,[role=combobox],[contenteditable=true]'
const layers = '[role=dialog],[role=alertdialog],[role=menu],[role=listbox]'

/** A focused field or dialog gets keys before the page does. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
    return true
  return event.target instanceof Element && event.target.closest(`${fields},${layers}`) !== null
}

function handleKeyDown(event: KeyboardEvent) {
  if (isTaken(event)) return
  const isSingle = event.key.length === 1 && event.key !== ' '
  if (isSingle && (!hasSingleKeys || (event.shiftKey && /[a-z]/i.test(event.key)))) return
  const key = event.key.toLowerCase()
  const sequence = prefix && event.timeStamp - prefix.at < SEQUENCE_MS ? `${prefix.key} ${key}` : null
  const ofSequence = sequence === null ? [] : [...entries].filter((entry) => entry.keys === sequence)
  prefix = null
  const found = ofSequence.length > 0 ? ofSequence : [...entries].filter((entry) => entry.keys === key)
  for (const entry of found) entry.handler(event)
  if (ofSequence.length === 0 && [...entries].some((entry) => entry.keys.startsWith(`${key} `))) {
    prefix = { key, at: event.timeStamp }
  }
}

/** One listener serves every shortcut, so that the second key of `g r` doesn't trigger `r` alone. */
export function registerShortcut(keys: string, handler: ShortcutHandler): () => void {
  const entry = { keys, handler }
  if (entries.size === 0) document.addEventListener('keydown', handleKeyDown)
  entries.add(entry)
  return () => {
    entries.delete(entry)
    if (entries.size === 0) document.removeEventListener('keydown', handleKeyDown)
  }
}

export function allowSingleKeys(isAllowed: boolean) {
  hasSingleKeys = isAllowed
}
