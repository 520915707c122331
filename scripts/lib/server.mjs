import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { inRoot, node24, quietEnv, root } from './project.mjs'
import { isStoppingAll, stopAll, stopWithLauncher } from './running.mjs'

const preload = pathToFileURL(inRoot('scripts/lib/stop-with-parent.mjs')).href

/**
 * Starts a server of ours under the pinned Node; should it end by itself, everything ends.
 * @param {string[]} args
 * @param {{ env: Record<string, string | undefined>, onLine: (line: string) => void }} options `onLine` hears standard output
 */
export function startServer(args, { env, onLine }) {
  const child = spawn(node24, ['--import', preload, ...args], {
    cwd: root,
    env: { ...process.env, ...quietEnv, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  })
  stopWithLauncher(child)
  createInterface({ input: child.stdout }).on('line', onLine)
  child.on('close', (code) => {
    if (!isStoppingAll()) stopAll(code || 1)
  })
  return child
}
