import { randomBytes } from 'node:crypto'
import { inRoot, nextBin } from './project.mjs'
import { Failure, say } from './say.mjs'
import { startServer } from './server.mjs'

const READY_TIMEOUT_MS = 90_000
const LOOK_MS = 50
const nextChatter = /^\s*(▲|✓|○|- (Local|Network|Environments|Experiments)|$)/

/** Starts the sandbox, if this is the demo world, and then the desk; returns once `/readyz` answers 200. */
export async function serve(settings, { command, env }) {
  const shared = {
    SANDBOX_CONTROL_TOKEN: process.env.SANDBOX_CONTROL_TOKEN || randomBytes(24).toString('base64url'),
  }
  const sandbox =
    settings.world === 'demo' && startSandbox({ ...shared, SANDBOX_DATA_DIR: `${settings.dataDir}/sandbox` })
  startServer('The desk', [nextBin, command, '-H', settings.host, '-p', String(settings.port)], {
    env: { ...shared, ...env, NEXT_MANUAL_SIG_HANDLE: '1' },
    onLine: (line) => {
      if (!nextChatter.test(line)) say(line)
    },
  })
  await sandbox
  await untilReady(
    `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${settings.port}/readyz`,
  )
}

/** V8 lets its space for new objects grow to 67 MB and keeps it; the sandbox answers as fast with 8 MB. */
const sandboxFlags = ['--max-semi-space-size=4', '--conditions=react-server']

/** From the second start on, the compile cache spares it the TypeScript compiler, which takes 18 MB. */
export function startSandbox(env) {
  return new Promise((resolve) => {
    startServer('The sandbox', [...sandboxFlags, 'sandbox/main.ts'], {
      env: { NODE_COMPILE_CACHE: inRoot('node_modules', '.cache', 'sandbox'), ...env },
      onLine: (line) => {
        if (line.startsWith('Sandbox ready on ')) resolve(line)
        else say(line)
      },
    })
  })
}

async function untilReady(url) {
  const until = Date.now() + READY_TIMEOUT_MS
  while (Date.now() < until) {
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
  throw new Failure(`The desk did not become ready within ${READY_TIMEOUT_MS / 1000} s`)
}
