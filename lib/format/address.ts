/** `0x9a48…b58d`: enough to tell two apart; the full value belongs in the title. */
export function shortAddress(address: string): string {
  return cutMiddle(address, 6, 4)
}

/** Keeps the first and the last characters of a long text; short texts stay whole. */
export function cutMiddle(text: string, head: number, tail: number): string {
  return text.length <= head + tail + 1 ? text : `${text.slice(0, head)}…${text.slice(-tail)}`
}
