import { answerByScript } from './answer-by-script.ts'
import { type Quota, startLedSandbox } from './led-sandbox.ts'
import { startRecorder } from './recorder.ts'
import { createScript } from './script.ts'

/**
 * A sandbox that does what a test wants when it wants it, behind a recorder for the answers that no honest network
 * gives. It has one collection of this owner, whose refreshes are completed as soon as they are accepted.
 */
export async function openScriptedNetwork({ owner, collection }: { owner: string; collection: string }) {
  const clock = { now: () => new Date() }
  const sandbox = await startLedSandbox({ owner, now: () => clock.now() })
  const recorder = await startRecorder(sandbox.url)
  const { crawler, addCollection, forgetTaken } = sandbox
  let quota: Quota | null = null

  const network = {
    ...createScript(),
    url: `${recorder.url}/imx`,
    /** Its own time, which its answers carry. */
    clock,
    failures: crawler.failures,
    get isSlow() {
      return crawler.isSlow
    },
    /** Refreshes that are accepted from now on stand still until the test completes them. */
    set isSlow(isSlow) {
      crawler.isSlow = isSlow
    },
    get quota() {
      return quota
    },
    /** Without one it takes any number of requests, and no answer tells of a limit. */
    set quota(next) {
      quota = next
      sandbox.setQuota(next)
    },
    quotaHeaders: (): Record<string, string> =>
      quota
        ? {
            'x-imx-refreshes-limit': String(quota.limit),
            'x-imx-remaining-refreshes': String(quota.remaining),
            'x-imx-refresh-limit-reset': String(Math.floor(quota.resetsAt.getTime() / 1000)),
          }
        : {},
    get taken() {
      return sandbox.listTaken()
    },
    /** Somebody else's refresh, of now or of this time; returns its id. */
    take: (tokenIds: string[], id?: string, startedAt?: Date) =>
      sandbox.take(collection, tokenIds, id, startedAt),
    forgetTaken,
    addCollection,
    async close() {
      await recorder.stop()
      await sandbox.stop()
    },
  }
  addCollection(collection)
  recorder.setRule(answerByScript(network))
  return network
}
