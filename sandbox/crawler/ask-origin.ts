import { get, type IncomingMessage } from 'node:http'

/**
 * One GET on a connection of its own, so that none is reused that the origin is about to close. Not by `fetch`, whose
 * streams leave 8 MB more behind after a thousand tokens.
 */
export async function askOrigin(url: string, signal: AbortSignal): Promise<IncomingMessage> {
  const ask = url.startsWith('https:') ? (await import('node:https')).get : get
  return new Promise((resolve, reject) => {
    ask(
      url,
      { signal, agent: false, headers: { accept: 'application/json', 'accept-encoding': 'gzip' } },
      resolve,
    ).on('error', reject)
  })
}
