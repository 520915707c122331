import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { inRoot, node24, quietEnv, root } from './project.mjs'
import { isStoppingAll, stopAll, stopWithLauncher } from './running.mjs'
import { Failure, sayFailure } from './say.mjs'

const preload = pathToFileURL(inRoot('scripts/lib/stop-with-parent.mjs')).href

/**
 * Starts a server of ours under the pinned Node; should it end by itself, everything ends.
 * @param {string} name
 * @param {string[]} args
 * @param {{ env: Record<string, string | undefined>, onLine: (line: string) => void }} options `onLine` hears standard output
 */
export function startServer(name, args, { env, onLine }) {
  const child = spawn(node24, ['--import', preload, ...args], {
    cwd: root,
    env: { ...process.env, ...quietEnv, ...env, LAUNCHER_PID: String(process.pid) },
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  })
  stopWithLauncher(child)
  createInterface({ input: child.stdout }).on('line', onLine)
  child.on('close', (code, signal) => {
    if (isStoppingAll()) return
    // A server that ends with a code has said why.
    if (signal) sayFailure(new Failure(`${name} was ended by ${signal}`))
    stopAll(code || 1)
  })
  return child
}
