/** The token that an arrow key moves to from `from`, in rows of `columns`; stops at the ends. */
export function findNeighbour(ids: readonly string[], from: string, key: string, columns: number): string {
  const at = ids.indexOf(from)
  const steps: Record<string, number> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    ArrowDown: columns,
    ArrowUp: -columns,
    Home: -at,
    End: ids.length - 1 - at,
  }
  return ids[at + (steps[key] ?? 0)] ?? from
}
