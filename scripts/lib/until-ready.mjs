import { Failure } from './say.mjs'

const READY_TIMEOUT_MS = 90_000
const POLL_MS = 50

/** Resolves when `/readyz` of a desk in another process answers 200. */
export async function untilReady({ host, port }) {
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}/readyz`
  const until = Date.now() + READY_TIMEOUT_MS
  while (Date.now() < until) {
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
  throw new Failure(`Refresh Desk was not ready within ${READY_TIMEOUT_MS / 1000} s`)
}
