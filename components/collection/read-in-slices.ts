import { createTokenIdReader, splitRows, type TokenIdReport } from '../../lib/collection/parse-token-ids.ts'

const SLICE_MS = 8

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve))

/** Reads pasted ids in slices short enough to keep the page alive; null when a newer text took over. */
export async function readInSlices(
  text: string,
  limit: number,
  signal: AbortSignal,
): Promise<TokenIdReport | null> {
  const reader = createTokenIdReader(limit)
  let until = performance.now() + SLICE_MS
  for (const row of splitRows(text)) {
    reader.readRow(row)
    if (performance.now() < until) continue
    await nextTask()
    if (signal.aborted) return null
    until = performance.now() + SLICE_MS
  }
  return signal.aborted ? null : reader.finish()
}
