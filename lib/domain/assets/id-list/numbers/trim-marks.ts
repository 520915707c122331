/** Spaces of all kinds, and marks without a width: byte order marks, joiners, directions. */
const MARK = /[\s\p{Cf}]/u

/** Without the spaces and invisible marks that editors and web pages leave around what is copied from them. */
export function trimMarks(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && MARK.test(text.charAt(start))) start++
  while (end > start && MARK.test(text.charAt(end - 1))) end--
  return text.slice(start, end)
}
