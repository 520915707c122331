import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { type Ended, startChild } from './children.ts'
import { endPair } from './end-pair.ts'
import type { Accepted, Case, Event, Strike } from './facts.ts'
import { hasHappened, readEvents, until } from './read-events.ts'
import type { SandboxProcess } from './sandbox-process.ts'
import type { Store, Stores } from './stores.ts'
import { DECIDE_AFTER_SECONDS, type Variant } from './variants.ts'

export const TOKENS = 100
const BATCH_SIZE = 40
/** Tokens that do not exist at the origin, so that there are failures to collect. */
export const BROKEN = ['7', '41', '42', '100']
const GIVE_UP_MS = 180_000
const LIMIT_MS = 240_000
const calm = {
  signature_max_age_seconds: 86_400,
  quota_limit: 20,
  quota_window_seconds: 3_600,
  crawl_tokens_per_second: 50,
  queue_delay_ms: 100,
  crawl_retry_base_ms: 1,
}

/** One run: what each life wrote, how it ended, and what the network took. */
export type Run = { lives: Event[][]; ends: Ended[]; accepted: Accepted[]; posts: number }
export type Bench = { stores: Stores; sandbox: SandboxProcess }

const engine = ['--conditions=react-server', '--no-warnings', 'bench/faults/engine.ts']

/** Makes the database that all runs copy. */
export async function prepare({ stores, sandbox }: Bench): Promise<void> {
  const { template } = stores
  const given = { ...caseOf(sandbox, template, 'prepare', 0), events: '/dev/null' }
  const ended = await startLife(given, template, sandbox).ended
  if (ended.code !== 0) throw new Error(`The empty database could not be made: ${ended.errors.join('; ')}`)
}

/** Lets a refresh run under a variant; its first life ends, or freezes, at step `strikeAt`. */
export async function runCase(bench: Bench, variant: Variant, strikeAt: number | null): Promise<Run> {
  const { sandbox, stores } = bench
  const store = await stores.copy()
  try {
    const ownerKey = generatePrivateKey()
    const collection = await arrangeNetwork(sandbox, variant, privateKeyToAccount(ownerKey).address)
    const strike: Strike =
      variant.pair?.strike ?? variant.jumpMinutes ?? (variant.frozenMs === undefined ? 'SIGKILL' : 'SIGSTOP')
    const isShared = variant.isShared === true
    const scriptRequests = variant.scriptRequests ?? 0
    const shared = { ownerKey, collection, isShared, scriptRequests }
    const base = { ...caseOf(sandbox, store, 'first', 0), ...shared, strikeAt, strike }
    const next = { ...caseOf(sandbox, store, 'next', 1), ...shared }
    const before = await countPosts(sandbox)
    const ends: Ended[] = []
    if (variant.pair) {
      const struck = { strikeAt, strike }
      const cases = { first: { ...base, strikeAt: null }, next }
      Object.assign(cases[variant.pair.struck], struck)
      const first = startLife(cases.first, store, sandbox)
      await until(() => hasHappened(base, 'arranged'), first.ended)
      const pair = { first, next: startLife(cases.next, store, sandbox) }
      const unstruck = cases[variant.pair.struck === 'first' ? 'next' : 'first']
      ends.push(...(await endPair(pair, cases[variant.pair.struck], { unstruck, stores })))
    } else if (variant.frozenMs === undefined) {
      const first = startLife(base, store, sandbox)
      ends.push(await first.ended)
      if (ends[0]?.signal === 'SIGKILL' && !ends[0].isLate)
        ends.push(await startLife(next, store, sandbox).ended)
    } else {
      const first = startLife(base, store, sandbox)
      await until(() => hasHappened(base, 'struck'), first.ended)
      const second = hasHappened(base, 'struck') ? startLife(next, store, sandbox) : null
      await pause(second ? variant.frozenMs : 0)
      first.child.kill('SIGCONT')
      ends.push(...(await Promise.all([first.ended, ...(second ? [second.ended] : [])])))
    }
    const { accepted } = await sandbox.control.record()
    const lives = ends.map((_, index) => readEvents(join(store.folder, `events-${index}`)))
    const posts = (await countPosts(sandbox)) - before
    return { lives, ends, accepted: accepted.filter((one) => one.collection_address === collection), posts }
  } finally {
    await store.remove()
  }
}

function caseOf({ url, token }: SandboxProcess, { folder }: Store, life: Case['life'], index: number): Case {
  return {
    life,
    events: join(folder, `events-${index}`),
    control: { url, token },
    isShared: false,
    ownerKey: '0x',
    collection: '',
    tokens: TOKENS,
    batchSize: BATCH_SIZE,
    scriptRequests: 0,
    strikeAt: null,
    strike: 'SIGKILL',
    giveUpMs: GIVE_UP_MS,
  }
}

function startLife(given: Case, store: Store, sandbox: SandboxProcess) {
  const env = {
    ...store.env,
    FAULTS_CASE: JSON.stringify(given),
    NETWORKS: 'imx',
    IMX_BASE_URL: `${sandbox.url}/imx`,
    IMX_REQUESTS_PER_SECOND: '0',
    // Saves half of the time that a start takes.
    NODE_COMPILE_CACHE: 'node_modules/.cache/refresh-desk/compile',
    APP_SECRET: 'the secret of a database that lives for seconds',
    DECIDE_AFTER_SECONDS: String(DECIDE_AFTER_SECONDS),
  }
  return startChild(engine, env, LIMIT_MS)
}

async function arrangeNetwork({ control }: SandboxProcess, variant: Variant, owner: string): Promise<string> {
  await control.send('DELETE', '/faults')
  await control.settings({ ...calm, ...variant.settings })
  const broken = Object.fromEntries(BROKEN.map((id) => [id, 'not_found']))
  const made = await control.send<{ address: string; project_id: number }>('POST', '/collections', {
    name: 'Faults',
    owner,
    tokens: TOKENS + BATCH_SIZE * (variant.scriptRequests ?? 0),
    broken,
  })
  if (variant.quotaLeft !== undefined) {
    await control.send('POST', '/quota', { project_id: made.project_id, remaining: variant.quotaLeft })
  }
  for (const fault of variant.faults) await control.send('POST', '/faults', fault)
  return made.address
}

const countPosts = async ({ control }: SandboxProcess) => (await control.record()).requests.create ?? 0
