const CELLS = 5

/** A small picture generated from an address, always the same for the same address. */
export function Avatar({ address, className = 'size-5' }: { address: string; className?: string }) {
  const bits = address.toLowerCase().replace(/^0x/, '').padEnd(40, '0')
  const hue = Number.parseInt(bits.slice(0, 3), 16) % 360
  const isOn = (column: number, row: number) => {
    const mirrored = Math.min(column, CELLS - 1 - column)
    return Number.parseInt(bits[3 + row * 3 + mirrored] ?? '0', 16) % 2 === 1
  }
  const cells = Array.from(
    { length: CELLS * CELLS },
    (_, at) => [at % CELLS, Math.floor(at / CELLS)] as const,
  )
  return (
    <svg
      aria-hidden
      viewBox="0 0 7 7"
      className={`shrink-0 rounded-full ${className}`}
      style={{ background: `hsl(${hue} 60% 90%)` }}
    >
      {cells.map(([column, row]) =>
        isOn(column, row) ? (
          <rect
            key={`${column}-${row}`}
            x={column + 1}
            y={row + 1}
            width="1"
            height="1"
            fill={`hsl(${hue} 60% 42%)`}
          />
        ) : null,
      )}
    </svg>
  )
}
