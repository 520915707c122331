const LONGEST_TAIL = 24

/** Shortens by width in the middle, because the end of a URL matters more than its middle. The end begins at a slash where it can. */
export function MiddleEllipsis({
  value,
  tail = 12,
  className = '',
}: {
  value: string
  tail?: number
  className?: string
}) {
  const least = Math.max(0, value.length - tail)
  const slash = value.lastIndexOf('/', least)
  const at = slash > 0 && value.length - slash <= LONGEST_TAIL ? slash : least
  return (
    <span title={value} className={`inline-flex min-w-0 max-w-full font-mono text-xs ${className}`}>
      <span className="truncate">{value.slice(0, at)}</span>
      <span className="shrink-0">{value.slice(at)}</span>
    </span>
  )
}
