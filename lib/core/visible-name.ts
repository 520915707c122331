const MOST_CHARACTERS = 200

/** Whether a person would see anything: blanks, marks without width and fillers leave nothing to read or to press. */
export const isVisible = (text: string): boolean =>
  /[^\p{Cc}\p{Cf}\p{Z}\u115f\u1160\u2800\u3164\uffa0]/u.test(text)

/**
 * A name from outside as a page can show it: one line of at most 200 characters that turns no text around it; null when
 * nothing of it would be seen.
 */
export function visibleName(text: string | null): string | null {
  if (text === null || !isVisible(text)) return null
  const line = text
    .replace(/[\p{Cc}\p{Z}\s]+/gu, ' ')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
  if (line.length <= MOST_CHARACTERS) return line
  const cut = line
    .slice(0, MOST_CHARACTERS)
    .toWellFormed()
    .replace(/\ufffd$/, '')
  return `${cut.trimEnd()}…`
}
