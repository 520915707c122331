import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { type Desk, startDesk } from '../../e2e/fixtures/desk.ts'
import { startSandboxProcess } from '../faults/sandbox-process.ts'
import { type Answered, judge } from '../kills/judge.ts'
import type { Kill } from '../kills/kill.ts'
import { killAll } from '../kills/kill-all.ts'
import { listFailed } from '../kills/list-failed.ts'
import { isBroken, type Life, planLives, TOKENS_EACH } from '../kills/lives.ts'
import { killRows } from '../kills/rows.ts'
import { untilMoment } from '../kills/until-moment.ts'
import { untilSettled } from '../kills/until-settled.ts'
import { timed } from '../measure/spread.ts'
import { join, type Person } from '../race/people.ts'
import { submit } from '../race/submit.ts'
import type { Row } from '../row.ts'

const NETWORK = 'imx'
const SETUP_TOKEN = 'bench-set-up-token-0123456789-0123456789'
/** A batch of 1,000 lives for about a minute, longer than several lives of the desk. */
const settings = {
  signature_max_age_seconds: 86_400,
  quota_limit: 1_000,
  crawl_tokens_per_second: 16,
  // On a busy machine the origin, which is the same process, must not fail by being slow.
  crawl_timeout_ms: 60_000,
}

/** Everything of the product ends by SIGKILL, again and again in the middle of its work; the network alone lives on. */
export async function kills(): Promise<Row[]> {
  const sandbox = await startSandboxProcess()
  const { control } = sandbox
  await control.settings(settings)
  const desk = await startDesk({
    NETWORKS: NETWORK,
    IMX_BASE_URL: `${sandbox.url}/imx`,
    IMX_REQUESTS_PER_SECOND: '0',
    // A request that never arrived is sent again this long after it.
    DECIDE_AFTER_SECONDS: '20',
    SETUP_TOKEN,
  })
  try {
    // The key of the demo's owner is public, and real mode refuses it.
    const owner = privateKeyToAccount(generatePrivateKey())
    const person = await join(desk, owner, SETUP_TOKEN)
    const broken = Object.fromEntries(
      Array.from({ length: TOKENS_EACH }, (_, at) => String(at + 1))
        .filter(isBroken)
        .map((id) => [id, 'not_found' as const]),
    )
    const lives = await planLives((name) =>
      control.createCollection({ name, owner: owner.address, tokens: TOKENS_EACH, broken }),
    )
    const answered: Answered[] = []
    const kills: Kill[] = []
    for (const life of lives) {
      const kill = await liveAndDie({ ...desk, control }, person, life)
      kills.push(kill)
      answered.push({ ...life, id: kill.id })
    }
    const details = await untilSettled({ desk, person, control, network: NETWORK })
    const ended = await Promise.all(
      details.map(async (refresh) => ({ refresh, failedIds: await listFailed(desk, person, refresh.id) })),
    )
    const { accepted } = await control.record()
    await person.api.dispose()
    return killRows(kills, details, judge(answered, ended, accepted))
  } finally {
    await desk.remove()
    await sandbox.stop()
  }
}

/** Submits a refresh, kills everything at the moment of this life, and starts again. */
async function liveAndDie(desk: Desk, person: Person, life: Life): Promise<Kill> {
  const { moment, collection, ids, key } = life
  const give = () => submit(desk, person, { network: NETWORK, collection, ids, note: moment, key })
  let given: Promise<{ id: string } | null> = Promise.resolve(null)
  const isReached = await untilMoment(desk.control, life, () => {
    given = give().catch(() => null)
    return given
  })
  const processes = await killAll(desk.pid() ?? 0)
  const before = await given
  const startMs = await timed(() => desk.start())
  const { id } = before ?? (await give())
  return { moment, processes, isReached, startMs, id }
}
