import { createServer, type Socket } from 'node:net'
import { createSecureContext, setDefaultCACertificates, TLSSocket } from 'node:tls'

/** Of 127.0.0.1, for a hundred years, signed by itself: both are public, and nothing but tests trusts them. */
const key =
  'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgRB13TBEmVHw6fx1t1kDfEUjb1VAekiZI7zE62oBEko+hRANCAARP' +
  'NYtCiExugwNUPW5I54FOARrwSpH6h7jcCvPsFZtYANWe8RI40no44bqEln+XbD1wBres2DGV+vp4BnGghGPT'
const cert =
  'MIIBkDCCATagAwIBAgIUffU8AMX+WUe5HcTLJ7t3GDQ/yAgwCgYIKoZIzj0EAwIwFDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2' +
  'MTEzMDE3NDQ1M1oYDzIxMjYxMTA2MTc0NDUzWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC' +
  'AARPNYtCiExugwNUPW5I54FOARrwSpH6h7jcCvPsFZtYANWe8RI40no44bqEln+XbD1wBres2DGV+vp4BnGghGPTo2QwYjAdBgNV' +
  'HQ4EFgQUvz2Gwm33DRnKYL/fLkTN9pRcBrkwHwYDVR0jBBgwFoAUvz2Gwm33DRnKYL/fLkTN9pRcBrkwDwYDVR0TAQH/BAUwAwEB' +
  '/zAPBgNVHREECDAGhwR/AAABMAoGCCqGSM49BAMCA0gAMEUCID92o8XDYxMOfg3NdtuaIWVy8dKuL3b5CpGB5IrhrX0aAiEA6CPW' +
  'OVxdM8RpIR6eDGFZHced2GPhHOaQD00F/4AqvwA='

const pem = (label: string, base64: string) => `-----BEGIN ${label}-----\n${base64}\n-----END ${label}-----\n`

/** Speaks TLS 1.2 and does as it is told once the first bytes of a request have come. */
export async function startTlsServer(onRequest: (socket: Socket) => void) {
  setDefaultCACertificates([pem('CERTIFICATE', cert)])
  const secureContext = createSecureContext({
    key: pem('PRIVATE KEY', key),
    cert: pem('CERTIFICATE', cert),
    maxVersion: 'TLSv1.2',
  })
  const server = createServer((socket) => {
    socket.on('error', () => {})
    const secured = new TLSSocket(socket, { isServer: true, secureContext })
    secured.on('error', () => {})
    secured.once('data', () => onRequest(socket))
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
  })
  return { baseUrl: `https://127.0.0.1:${port}`, close: () => server.close() }
}
