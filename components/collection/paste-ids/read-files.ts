import { decodeText } from './decode-text.ts'

const MAX_BYTES = 10_000_000

/** The text of all files, one after the other, or why nothing is taken from them. */
export async function readFiles(files: readonly File[]): Promise<{ text: string } | { fault: string }> {
  if (files.reduce((bytes, { size }) => bytes + size, 0) > MAX_BYTES) {
    return { fault: 'That is more than 10 MB. Split it, or paste the part you need.' }
  }
  try {
    const texts = await Promise.all(
      files.map(async (file) => decodeText(new Uint8Array(await file.arrayBuffer()))),
    )
    const workbook = files[texts.indexOf(null)]
    if (workbook) return { fault: `${workbook.name} is not a text file. Export it as CSV first.` }
    return { text: texts.join('\n') }
  } catch {
    return { fault: 'The file could not be read. Nothing was taken from it; try again.' }
  }
}
