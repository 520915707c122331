import { parseJson } from '../../../lib/core/parse-json.ts'

type Trail = { list: string; trail: (string | null)[] }
const KEY = 'desk-cursors'

/** The cursors of the previous pages in this tab, first page first. */
export function readTrail(list: string, length: number): (string | null)[] {
  const stored = findStored()
  return stored?.list === list ? stored.trail.slice(0, length) : []
}

function findStored(): Trail | null {
  try {
    const stored = parseJson(sessionStorage.getItem(KEY) ?? '')
    return isTrail(stored) ? stored : null
  } catch {
    return null
  }
}

function isTrail(stored: unknown): stored is Trail {
  if (typeof stored !== 'object' || stored === null) return false
  const { list, trail }: { list?: unknown; trail?: unknown } = stored
  const isCursor = (one: unknown) => one === null || typeof one === 'string'
  return typeof list === 'string' && Array.isArray(trail) && trail.every(isCursor)
}

export function writeTrail(list: string, trail: (string | null)[]) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ list, trail }))
  } catch {
    // Without storage, only "Previous" is lost.
  }
}
