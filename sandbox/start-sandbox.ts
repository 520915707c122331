import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { controlRoutes } from './control/routes.ts'
import { imxRoutes } from './imx/routes.ts'
import { originRoutes } from './origin/routes.ts'
import { Sandbox, type SandboxOptions } from './sandbox.ts'
import type { Settings } from './settings.ts'

const HOST = '127.0.0.1'

export type StartOptions = {
  /** 0, the default, takes any free port. */
  port?: number
  /** Without it everything is forgotten at the stop. */
  dataDir?: string | undefined
  controlToken?: string | undefined
  seed?: string | undefined
  settings?: Partial<Settings>
  origins?: string[]
} & Pick<SandboxOptions, 'now' | 'hasDemo' | 'crawler'>

export type RunningSandbox = {
  url: string
  imxUrl: string
  controlToken: string
  /** For a test in the same process; others have `/control`. */
  sandbox: Sandbox
  stop(): Promise<void>
}

/** Serves the sandbox on loopback until `stop`. */
export async function startSandbox(options: StartOptions = {}): Promise<RunningSandbox> {
  let app = new Hono()
  // By itself the adapter cuts a connection whose request it has not read half a second after the answer.
  const listener = getRequestListener((request, env) => app.fetch(request, env), {
    autoCleanupIncoming: false,
  })
  const server = createServer(listener)
  // Faults alone drop connections here: one that is closed for being idle may be in use just then.
  server.keepAliveTimeout = 0
  // The port must be known before the world is made: addresses of images carry it.
  const url = `http://${HOST}:${await listen(server, options.port ?? 0)}`
  const controlToken = options.controlToken ?? randomBytes(24).toString('hex')
  const { seed = 'refresh-desk', dataDir = null, settings = {}, origins = [] } = options
  const { now, hasDemo, crawler } = options
  const sandbox = new Sandbox({ url, seed, dataDir, settings, origins, now, hasDemo, crawler })
  app = new Hono()
    .notFound((c) => c.json({ code: 'resource_not_found_code', message: `No route ${c.req.path}` }, 404))
    .get('/healthz', (c) => c.json({ ok: true }))
    .route('/imx', imxRoutes(sandbox))
    .route('/origin', originRoutes(sandbox))
    .route('/control', controlRoutes(sandbox, controlToken))
  return {
    url,
    imxUrl: `${url}/imx`,
    controlToken,
    sandbox,
    async stop() {
      sandbox.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, HOST, resolve)
  })
  return (server.address() as AddressInfo).port
}
