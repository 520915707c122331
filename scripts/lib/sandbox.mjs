import { randomBytes } from 'node:crypto'
import { inRoot } from './project.mjs'
import { say } from './say.mjs'
import { startServer } from './server.mjs'

/** The token with which a desk changes the demo network; of the environment, or made up. */
export const controlToken = () => process.env.SANDBOX_CONTROL_TOKEN || randomBytes(24).toString('base64url')

/** V8 lets its space for new objects grow to 67 MB and keeps it; the sandbox answers as fast with 8 MB. */
const flags = ['--max-semi-space-size=4', '--conditions=react-server']

/**
 * Resolves with the line that says where it listens. From the second start on, the compile cache spares it the
 * TypeScript compiler, which takes 18 MB.
 */
export function startSandbox(env) {
  return new Promise((resolve) => {
    startServer('The sandbox', [...flags, 'sandbox/main.ts'], {
      env: { NODE_COMPILE_CACHE: inRoot('node_modules', '.cache', 'sandbox'), ...env },
      onLine: (line) => {
        if (line.startsWith('Sandbox ready on ')) resolve(line)
        else say(line)
      },
    })
  })
}
