/** Decodes a text file in any encoding that spreadsheets write; null for other files, such as a workbook. */
export function decodeText(bytes: Uint8Array): string | null {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe
  const isWideReversed = bytes[0] === 0xfe && bytes[1] === 0xff
  const text = new TextDecoder(isWide ? 'utf-16le' : isWideReversed ? 'utf-16be' : 'utf-8').decode(bytes)
  return text.includes('\0') ? null : text
}
