import { UpstreamError } from './upstream-error.ts'

/** Above the largest page we ask for: 200 assets or failures with generous metadata. */
const MAX_BYTES = 32 * 1024 * 1024

/** The text of an answer, read no further than a limit: an upstream must not be able to fill our memory. */
export async function readBody(response: Response, what: string, maxBytes = MAX_BYTES): Promise<string> {
  if (!response.body) return ''
  const decoder = new TextDecoder()
  let size = 0
  let text = ''
  for await (const chunk of response.body) {
    size += chunk.byteLength
    if (size > maxBytes) {
      throw new UpstreamError(`${what} answered more than ${maxBytes} bytes.`, {
        kind: 'nonsense',
        httpStatus: response.status,
        isWritten: true,
      })
    }
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}
