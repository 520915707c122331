import { createHttpServer, finishRequests } from './http/http-server.mjs'
import { quietEnv, root } from './project.mjs'
import { delayStop, isStoppingAll, stopFirst } from './running.mjs'
import { controlToken, startSandbox } from './sandbox.mjs'

/** Starts the sandbox, if the settings want the demo, and gives what the desk must be told. */
export async function beside(settings) {
  const shared = { SANDBOX_CONTROL_TOKEN: controlToken() }
  if (settings.mode === 'demo') {
    await startSandbox({ ...shared, SANDBOX_DATA_DIR: `${settings.dataDir}/sandbox` })
  }
  return { ...shared, ...settings.database, NEXT_MANUAL_SIG_HANDLE: '1' }
}

/**
 * Serves the build in `folder` from this very process, or the sources with hot reload where there is none, and resolves
 * once the desk is open.
 */
export async function serve({ host, port, shutdownDelayMs }, folder, env) {
  const dev = folder === null
  Object.assign(process.env, quietEnv, env, { NODE_ENV: dev ? 'development' : 'production' })
  if (!dev) process.env.NEXT_DIST_DIR = folder
  process.title = 'refresh-desk (next-server)'
  const server = createHttpServer()
  globalThis.refreshDeskLauncher = {
    stopFirst,
    isStopping: isStoppingAll,
    finishRequests: (endStreams) => finishRequests(server, endStreams),
  }
  delayStop(shutdownDelayMs)
  const { default: next } = await import('next')
  const { compress } = await import('./http/compress.mjs')
  const { default: conf } = await import('../../next.config.js')
  const app = next({ dir: root, conf, dev, hostname: host, port, httpServer: server })
  await app.prepare()
  const handle = app.getRequestHandler()
  server.on('request', (request, response) => {
    // Scripts, and what Next would break at: `lib/http/before-next.ts`, which the build brings along.
    if (globalThis.refreshDeskBeforeNext?.(request, response)) return
    compress(request, response, () => handle(request, response))
  })
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
}
