/** The lines of a text in which each ends with `\n`, counted from 1, without splitting all of it at once. */
export function* eachLine(text: string): Generator<{ text: string; at: number }, void> {
  for (let start = 0, at = 1; start <= text.length; at++) {
    const end = text.indexOf('\n', start)
    yield { text: text.slice(start, end === -1 ? text.length : end), at }
    if (end === -1) return
    start = end + 1
  }
}
