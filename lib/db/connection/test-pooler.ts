import { once } from 'node:events'
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net'

/** As PgBouncer does: `session` keeps a connection for each client, `transaction` gives each transaction any free one. */
type Mode = 'session' | 'transaction'

const AUTHENTICATED = message('R', Buffer.from([0, 0, 0, 0]))
const MADE_UP_KEY = message('K', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1]))
const READY = message('Z', Buffer.from('I'))
const TERMINATE = 'X'.charCodeAt(0)

/** A pooler before the server at this socket, for clients that need no password and no TLS. Returns its port. */
export async function startTestPooler(socketPath: string, mode: Mode) {
  const sockets = new Set<Socket>()
  const free: Socket[] = []
  const keep = (socket: Socket) => sockets.add(socket.on('error', () => {}))

  async function openUpstream(startup: Buffer): Promise<Socket> {
    const upstream = createConnection(socketPath)
    keep(upstream)
    upstream.write(startup)
    let answer: Buffer = Buffer.alloc(0)
    while (!endsTransaction(answer)) [answer] = (await once(upstream, 'data')) as [Buffer]
    return upstream
  }

  async function serve(client: Socket) {
    keep(client)
    const [startup] = (await once(client, 'data')) as [Buffer]
    client.write(Buffer.concat([AUTHENTICATED, MADE_UP_KEY, READY]))
    let upstream: Socket | undefined
    let before: Promise<unknown> = Promise.resolve()
    client.on('data', (bytes: Buffer) => {
      before = before.then(() => forward(bytes))
    })
    client.on('close', () => upstream?.destroy())

    async function forward(bytes: Buffer) {
      if (bytes[0] === TERMINATE) return client.end()
      if (upstream) return upstream.write(bytes)
      const taken = free.pop() ?? (await openUpstream(startup))
      upstream = taken
      const back = (answer: Buffer) => {
        client.write(answer)
        if (mode === 'session' || !endsTransaction(answer)) return
        taken.off('data', back)
        upstream = undefined
        free.push(taken)
      }
      taken.on('data', back)
      taken.write(bytes)
    }
  }

  const server = createServer((client) => void serve(client))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    stop() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5)
  head.write(type)
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}

/** The last six bytes of an answer say whether a transaction is still open. */
const endsTransaction = (answer: Buffer) => answer.subarray(-READY.length).equals(READY)
