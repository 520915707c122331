import { decodeText } from './decode-text.ts'

const MAX_BYTES = 10_000_000

/** The text of all files joined, or why none could be read. */
export async function readFiles(files: readonly File[]): Promise<{ text: string } | { fault: string }> {
  if (files.reduce((bytes, { size }) => bytes + size, 0) > MAX_BYTES) {
    return { fault: 'These files are larger than 10 MB. Split them, or paste the part you need.' }
  }
  try {
    const texts = await Promise.all(
      files.map(async (file) => decodeText(new Uint8Array(await file.arrayBuffer()))),
    )
    const workbook = files[texts.indexOf(null)]
    if (workbook) return { fault: `${workbook.name} is not a text file. Export it as CSV first.` }
    return { text: texts.join('\n') }
  } catch {
    return { fault: 'The file couldn’t be read, and nothing was added. Try again.' }
  }
}
