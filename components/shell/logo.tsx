/** Two arcs around a centre dot. */
export function Logo({ className = 'size-5' }: { className?: string }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 20 20"
      fill="none"
      strokeWidth="3"
      strokeLinecap="round"
      className={className}
    >
      <path d="M10 2.5a7.5 7.5 0 0 1 7.5 7.5" stroke="var(--text)" />
      <path d="M17.2 12.4A7.5 7.5 0 0 1 8 17.2" stroke="var(--accent)" />
      <path d="M4.6 15.2A7.5 7.5 0 0 1 6.6 3.3" stroke="var(--text)" />
    </svg>
  )
}
