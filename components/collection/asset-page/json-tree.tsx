import { isExactNumber } from '@/lib/networks/origin/json/exact-json.ts'

type Props = { value: unknown; depth?: number }

const MAX_DEPTH = 8
const MAX_ITEMS = 200

/** Metadata as plain text. It is untrusted, so nothing in it becomes markup or a link. */
export function JsonTree({ value, depth = 0 }: Props) {
  if (value === null || typeof value !== 'object' || isExactNumber(value)) return <Leaf value={value} />
  const entries = Object.entries(value)
  if (entries.length === 0)
    return <span className="text-faint">{Array.isArray(value) ? 'empty list' : 'empty'}</span>
  if (depth >= MAX_DEPTH) return <span className="break-all">{JSON.stringify(value).slice(0, 200)}</span>
  return (
    <ul className={depth === 0 ? 'grid gap-1' : 'grid gap-1 border-line border-l pl-3'}>
      {entries.slice(0, MAX_ITEMS).map(([key, child]) => (
        <li
          key={key}
          className={
            isNested(child)
              ? 'grid gap-1'
              : 'grid grid-cols-[minmax(0,10rem)_minmax(0,1fr)] gap-3 max-md:grid-cols-1 max-md:gap-0'
          }
        >
          <span className="break-words text-muted">{key}</span>
          <JsonTree value={child} depth={depth + 1} />
        </li>
      ))}
      {entries.length > MAX_ITEMS ? (
        <li className="text-faint">and {entries.length - MAX_ITEMS} more</li>
      ) : null}
    </ul>
  )
}

const isNested = (value: unknown) =>
  value !== null && typeof value === 'object' && !isExactNumber(value) && Object.keys(value).length > 0

function Leaf({ value }: { value: unknown }) {
  if (typeof value === 'string')
    return <span className="whitespace-pre-wrap break-words">{value || <i>empty text</i>}</span>
  return (
    <code className="break-all font-mono text-xs leading-5">
      {isExactNumber(value) ? value.rawJSON : String(value)}
    </code>
  )
}
