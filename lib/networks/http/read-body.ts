import { UpstreamError } from './upstream-error.ts'

/** Above the largest page we ask for: 200 assets or failures with generous metadata. */
export const MAX_BYTES = 32 * 1024 * 1024
/** A refusal says in two fields what it has to say. */
const MAX_REFUSAL_BYTES = 64 * 1024

/** The text of an answer, read no further than a limit: an upstream must not be able to fill our memory. */
export async function readBody(response: Response, what: string, maxBytes = MAX_BYTES): Promise<string> {
  const { text, isWhole } = await readStart(response, maxBytes)
  if (isWhole) return text
  throw new UpstreamError(`${what} answered more than ${maxBytes} bytes.`, {
    kind: 'too_large',
    httpStatus: response.status,
    isWritten: true,
  })
}

/** What a refusal says, as far as it can be read: its status has said the rest already, whatever becomes of its body. */
export async function readRefusal(response: Response): Promise<string> {
  try {
    return (await readStart(response, MAX_REFUSAL_BYTES)).text
  } catch {
    return ''
  }
}

async function readStart(response: Response, maxBytes: number): Promise<{ text: string; isWhole: boolean }> {
  if (!response.body) return { text: '', isWhole: true }
  const decoder = new TextDecoder()
  let size = 0
  let text = ''
  for await (const chunk of response.body) {
    size += chunk.byteLength
    if (size > maxBytes) return { text, isWhole: false }
    text += decoder.decode(chunk, { stream: true })
  }
  return { text: text + decoder.decode(), isWhole: true }
}
