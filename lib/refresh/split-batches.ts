/** Cuts a list into slices of at most `size`, in order: every item is in exactly one. */
export function splitBatches<T>(items: readonly T[], size: number): T[][] {
  if (!Number.isInteger(size) || size < 1) throw new RangeError('A batch holds at least one token.')
  const batches: T[][] = []
  for (let start = 0; start < items.length; start += size) batches.push(items.slice(start, start + size))
  return batches
}

/** Every token once, where it first stood. */
export function freezeIds(ids: readonly string[]): string[] {
  return [...new Set(ids)]
}
