import { createServer } from 'node:net'
import { Failure } from './say.mjs'

/** Refuses a port that somebody listens on, also on IPv6's loopback, which browsers may try first for `localhost`. */
export async function refuseTakenPort(name, port, host) {
  const hosts = host === '127.0.0.1' || host === 'localhost' ? ['127.0.0.1', '::1'] : [host]
  for (const each of hosts) {
    const code = await tryListen(port, each)
    if (code === 'EADDRINUSE')
      throw new Failure(`${name} ${port} is already in use by another program; choose another ${name}`)
    if (code === 'EACCES')
      throw new Failure(`This user is not allowed to use ${name} ${port}; choose another ${name}`)
  }
}

function tryListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => resolve(error.code))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)))
  })
}
