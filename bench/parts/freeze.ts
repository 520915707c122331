import { type Desk, startDesk } from '../../e2e/fixtures/desk.ts'
import { pageOpening } from '../freeze/page-opening.ts'
import { storeBytes } from '../freeze/store-size.ts'
import { deskProcess, forgetPeak, peakMb, residentMb } from '../measure/processes.ts'
import { spread } from '../measure/spread.ts'
import { join, owner, type Person } from '../race/people.ts'
import { samplesSettled } from '../race/samples.ts'
import { submit } from '../race/submit.ts'
import { type Row, seconds } from '../row.ts'

const TOKENS = 100_000
const SUBMISSIONS = 3
const AIM_SECONDS = 1.5
const AIM_BYTES = 200

/** Refreshes of 100,000 tokens: storing them, and opening the page of one. */
export async function freeze(): Promise<Row[]> {
  const desk = await startDesk({ SANDBOX_CRAWL_TOKENS_PER_SECOND: '2000' })
  try {
    const person = await join(desk, owner)
    const [sample] = await samplesSettled(person.api, desk.url)
    const collection = await desk.control.createCollection({
      name: 'A hundred thousand',
      owner: owner.address,
      tokens: TOKENS,
    })
    const emptyBytes = await storeBytes(desk)
    const runs = await submitAll(desk, person, collection)
    const label = '100,000 tokens'
    const ids = { large: runs[0]?.id ?? '', small: sample?.id ?? '' }
    const page = await pageOpening(label, desk.url, ids, person.api)
    const bytes = ((await storeBytes(desk)) - emptyBytes) / (TOKENS * SUBMISSIONS)
    const took = spread(runs.map(({ tookMs }) => tookMs))
    const memory = spread(runs.map(({ overRestMb }) => overRestMb))
    await person.api.dispose()
    return [
      [
        `${label}, frozen and stored`,
        `${seconds(took.p50)} (${seconds(took.min)} to ${seconds(took.max)})`,
        `${AIM_SECONDS} s`,
        `${SUBMISSIONS} submissions, from the request with the ids to its answer`,
      ],
      [
        `${label}, memory of the desk over rest`,
        `${memory.max.toFixed(0)} MB`,
        '250 MB',
        `the most resident during a submission, over what was before it; smallest ${memory.min.toFixed(0)} MB`,
      ],
      [
        `${label}, on disk`,
        `${bytes.toFixed(0)} bytes a token`,
        `${AIM_BYTES}`,
        `tables and indexes, ${SUBMISSIONS} refreshes together`,
      ],
      ...page,
    ]
  } finally {
    await desk.remove()
  }
}

async function submitAll(desk: Desk, person: Person, collection: string) {
  const pid = deskProcess(desk.pid() ?? 0)
  const ids = Array.from({ length: TOKENS }, (_, at) => String(at + 1))
  const runs: { id: string; tookMs: number; overRestMb: number }[] = []
  for (let submission = 1; submission <= SUBMISSIONS; submission++) {
    await rest()
    const before = residentMb(pid)
    forgetPeak(pid)
    const { id, tookMs } = await submit(desk, person, { collection, ids, note: `Number ${submission}` })
    runs.push({ id, tookMs, overRestMb: peakMb(pid) - before })
  }
  return runs
}

/** What the last submission set off, such as sending the first batches, is over within seconds. */
const rest = () => new Promise((resolve) => setTimeout(resolve, 5_000))
