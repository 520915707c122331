import { type Desk, startDesk } from '../../e2e/fixtures/desk.ts'
import { networkCourse } from '../race/network-course.ts'
import { runObviousScript } from '../race/obvious-script.ts'
import { DEMO_KEY, join, owner } from '../race/people.ts'
import { samplesSettled } from '../race/samples.ts'
import { watchedRun } from '../race/watched-run.ts'
import { type Row, seconds } from '../row.ts'

const TOKENS = 10_000
/** A batch of 1,000 takes 62 seconds, and the network works on all ten at once. */
const TOKENS_PER_SECOND = 16
const WATCHED_BY = [1, 50, 200]

type Watched = Awaited<ReturnType<typeof watchedRun>>

/** The obvious script and the desk, one after the other, with 10,000 tokens each on one sandbox. */
export async function race(): Promise<Row[]> {
  const desk = await startDesk({ SANDBOX_CRAWL_TOKENS_PER_SECOND: '2000' })
  try {
    const admin = await join(desk, owner)
    await samplesSettled(admin.api, desk.url)
    await desk.control.settings({ crawl_tokens_per_second: TOKENS_PER_SECOND })
    const ids = Array.from({ length: TOKENS }, (_, at) => String(at + 1))
    const make = (name: string) =>
      desk.control.createCollection({ name, owner: owner.address, tokens: TOKENS })

    const script = await scriptRun(desk, await make('Script'), ids)
    const runs = new Map<number, Watched>()
    for (const viewers of WATCHED_BY) {
      const note = `Watched by ${viewers}`
      runs.set(viewers, await watchedRun(desk, admin, { collection: await make(note), ids, note }, viewers))
    }
    await admin.api.dispose()
    return [
      ...scriptRows(script),
      ...[...runs].flatMap(([viewers, run]) => runRows(viewers, run, script, runs)),
    ]
  } finally {
    await desk.remove()
  }
}

async function scriptRun(desk: Desk, collection: string, ids: string[]) {
  const course = await networkCourse(desk.control, collection)
  const imxUrl = `${desk.sandboxUrl}/imx`
  const { signatures, endedAt } = await runObviousScript({ imxUrl, key: DEMO_KEY, collection, ids })
  const { startedMs, completedMs, requests } = await course.read()
  return { signatures, requests, networkMs: completedMs - startedMs, lateMs: endedAt - completedMs }
}

type Run = Awaited<ReturnType<typeof scriptRun>>

const ratio = ({ networkMs, lateMs }: Run) => ((networkMs + lateMs) / networkMs).toFixed(3)
const took = ({ networkMs, lateMs }: Run) =>
  `the network took ${seconds(networkMs)}, the end was known ${seconds(lateMs)} later`

function scriptRows(script: Run): Row[] {
  return [
    ['Script, 10,000 tokens', ratio(script), '', took(script)],
    ['Script, upstream requests', String(script.requests.total), '', script.requests.detail],
    ['Script, wallet signatures', String(script.signatures), '', 'one for each call'],
  ]
}

function runRows(viewers: number, run: Watched, script: Run, runs: Map<number, Watched>): Row[] {
  const alone = runs.get(WATCHED_BY[0] ?? 1) ?? run
  const who = `Desk, ${viewers} watching`
  const { total, detail } = run.requests
  const share = (total / script.requests.total).toFixed(3)
  const { beforeMb, openedMb, endMb, mostMb } = run.memory
  const perViewer = ((openedMb - beforeMb) / viewers) * 1024
  return [
    [`${who}, 10,000 tokens`, ratio(run), 'at most 1.05', took(run)],
    [`${who}, upstream requests`, `${total}, ${share} of the script's`, 'at most 0.1', detail],
    ...(run === alone
      ? [[`${who}, wallet signatures`, String(run.signatures), '1', 'sign-in not counted'] satisfies Row]
      : [
          [
            `${who}, upstream requests over 1 watching`,
            (total / alone.requests.total).toFixed(2),
            'at most 1',
            `${total} and ${alone.requests.total}`,
          ] satisfies Row,
          [
            `${who}, saw the end`,
            `${run.sawEnd} of ${viewers}`,
            'all',
            `the last one ${seconds(run.lastSawMs)} after the network's end`,
          ] satisfies Row,
          [
            `${who}, memory of the desk`,
            `${openedMb.toFixed(0)} to ${endMb.toFixed(0)} MB`,
            'flat',
            `from all streams open to the end, most ${mostMb.toFixed(0)}; ${beforeMb.toFixed(0)} before they opened: ${perViewer.toFixed(0)} KiB per viewer`,
          ] satisfies Row,
        ]),
  ]
}
