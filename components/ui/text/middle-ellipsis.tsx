/** Shortens by width in the middle, because the end of a URL matters more than its middle. */
export function MiddleEllipsis({
  value,
  tail = 12,
  className = '',
}: {
  value: string
  tail?: number
  className?: string
}) {
  const at = Math.max(0, value.length - tail)
  return (
    <span title={value} className={`inline-flex min-w-0 max-w-full font-mono text-xs ${className}`}>
      <span className="truncate">{value.slice(0, at)}</span>
      <span className="shrink-0">{value.slice(at)}</span>
    </span>
  )
}
