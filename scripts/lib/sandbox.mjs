import { randomBytes } from 'node:crypto'
import { say } from './say.mjs'
import { startServer } from './server.mjs'

/** The token with which a desk changes the demo network; of the environment, or made up. */
export const controlToken = () => process.env.SANDBOX_CONTROL_TOKEN || randomBytes(24).toString('base64url')

/** Resolves with the line that says where it listens. */
export function startSandbox(env) {
  return new Promise((resolve) => {
    startServer('The sandbox', ['--conditions=react-server', 'sandbox/main.ts'], {
      env,
      onLine: (line) => {
        if (line.startsWith('Sandbox ready on ')) resolve(line)
        else say(line)
      },
    })
  })
}
