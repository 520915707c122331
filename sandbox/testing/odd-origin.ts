import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'

type Serve = (response: ServerResponse, request: IncomingMessage) => void

const json = { 'content-type': 'application/json' }
const send =
  (body: string | Uint8Array, headers: Record<string, string> = json, status = 200): Serve =>
  (response) =>
    response.writeHead(status, headers).end(body)
const typed = (type: string) => send('{"name":"Relic"}', { 'content-type': type })
const page = (title: string, bytes: number) =>
  `<!doctype html><html><head><title>${title}</title></head><body>${'<p>Checking your browser</p>'.repeat(bytes / 28)}</body></html>`
const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`
const svg = 'data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg"><rect fill="#f00"/></svg>'

/** What real studios' APIs were seen to serve, by what is odd about it. */
export const oddAnswers = {
  'a byte order mark': send('\uFEFF{"name":"Relic"}'),
  'a trailing comma': send('{\n  "name": "Relic",\n}'),
  'text/plain': typed('text/plain; charset=utf-8'),
  'application/octet-stream': typed('application/octet-stream'),
  'a redirect to the same address with a slash': (response, request) =>
    response.writeHead(301, { location: `${request.url}/` }).end(),
  null: send('null'),
  'a list': send('[{"name":"Relic"}]'),
  gzip: send(gzipSync('{"name":"Packed"}'), { ...json, 'content-encoding': 'gzip' }),
  'Latin-1': send(Buffer.from('{"name":"Rêlic"}', 'latin1')),
  NaN: send('{"name": "Relic", "power": NaN}'),
  'JSON inside a text': send(JSON.stringify('{"name":"Relic"}')),
  'a text': send('"Relic"'),
  'a long number': send('12345678901234567890'),
  'a data address': send('data:application/json;base64,eyJuYW1lIjoiUmVsaWMifQ=='),
  'application/ld+json': typed('application/ld+json'),
  '404 with XML': send(
    '<?xml version="1.0"?><Error><Code>NoSuchKey</Code></Error>',
    { 'content-type': 'application/xml' },
    404,
  ),
  'a browser check': send(page('Just a moment...', 30_000), { 'content-type': 'text/html' }, 403),
  'an empty body': send(''),
  'text that cannot be stored': send('{"name":"a\\u0000b","lore":"\\ud83d"}'),
  'no answer': (response) => response.destroy(),
  'fewer bytes than announced': (response) => {
    response.writeHead(200, { ...json, 'content-length': '100' })
    response.write('{"name":"Rel', () => response.destroy())
  },
  '3,000 levels': send(nested(3_000)),
  '429': send('slow down', { 'retry-after': '1' }, 429),
  'a key twice': send('{"name":"Relic","power":1,"power":"one"}'),
  'a name of 800 KB': send(JSON.stringify({ name: 'x'.repeat(800_000) })),
  'keys of JavaScript': send('{"name":"Relic","__proto__":{"isAdmin":true},"constructor":"smith"}'),
  'attributes as an object': send('{"name":"Relic","attributes":{"power":1}}'),
  'attributes as texts': send('{"name":"Relic","attributes":["power"]}'),
  'an attribute of null': send('{"name":"Relic","attributes":[{"trait_type":"power","value":null}]}'),
  'large numbers': send('{"name":"Relic","seed":12345678901234567890,"ratio":0.12345678901234567891}'),
  'an ar image': send('{"name":"Relic","image":"ar://bNbA3TEQVL60xlgCcqdz4ZPHFZ711cZ3hmkpGttDt_U"}'),
  'a bare content id': send(
    '{"name":"Relic","image":"QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG/1.png"}',
  ),
  'an http image': send('{"name":"Relic","image":"http://studio.example/1.png"}'),
  'an inline image': send(JSON.stringify({ name: 'Relic', image: svg })),
  'an answer that never comes': () => {},
  'headers without a body': (response) => response.writeHead(200, json).flushHeaders(),
  'a byte at a time': (response) => {
    response.writeHead(200, json)
    const timer = setInterval(() => response.write(' '), 20)
    response.on('close', () => clearInterval(timer))
  },
} satisfies Record<string, Serve>

export type OddAnswer = keyof typeof oddAnswers
export const oddKinds = Object.keys(oddAnswers) as OddAnswer[]

/** A studio's metadata API on loopback whose token n, from 1, is answered in the nth odd way; counts what it was asked. */
export async function openOddOrigin() {
  const asked = new Map<string, number>()
  const server = createServer((request, response) => {
    const id = (request.url ?? '').slice(1)
    asked.set(id, (asked.get(id) ?? 0) + 1)
    const kind = oddKinds[Number(id) - 1]
    if (kind) oddAnswers[kind](response, request)
    else response.writeHead(404).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
  return { url, asked, close, idOf: (kind: OddAnswer) => String(oddKinds.indexOf(kind) + 1) }
}
