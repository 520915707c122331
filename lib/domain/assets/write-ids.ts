export type IdForm = 'lines' | 'commas' | 'ranges'

/** Token ids as the desk, and most tools, read them back; `ids` are in the order of their numbers. */
export function writeIds(ids: readonly string[], form: IdForm): string {
  if (form === 'lines') return ids.join('\n')
  return (form === 'commas' ? ids : rangesOf(ids)).join(', ')
}

/** `5-9` for what follows on each other, from three on. */
function rangesOf(ids: readonly string[]): string[] {
  const runs: { first: string; last: string; next: bigint; count: number }[] = []
  for (const id of ids) {
    const number = BigInt(id)
    const run = runs.at(-1)
    if (run?.next === number) Object.assign(run, { last: id, next: number + 1n, count: run.count + 1 })
    else runs.push({ first: id, last: id, next: number + 1n, count: 1 })
  }
  return runs.flatMap(({ first, last, count }) =>
    count === 1 ? [first] : count === 2 ? [first, last] : [`${first}-${last}`],
  )
}
