import { type Desk, startDesk } from '../../e2e/fixtures/desk.ts'
import { type Course, courses, TOKENS } from '../race/courses.ts'
import { join, owner, type Person } from '../race/people.ts'
import { crowdRows, deskRows, scriptRows, signatureRow, type Watched } from '../race/rows.ts'
import { samplesSettled } from '../race/samples.ts'
import { scriptRun } from '../race/script-run.ts'
import { watchedRun } from '../race/watched-run.ts'
import type { Row } from '../row.ts'

/** The obvious script and the desk, one after the other, with 10,000 tokens each on one sandbox. */
export async function race(): Promise<Row[]> {
  const desk = await startDesk({ SANDBOX_CRAWL_TOKENS_PER_SECOND: '2000' })
  try {
    const admin = await join(desk, owner)
    await samplesSettled(admin.api, desk.url)
    const rows: Row[] = []
    for (const course of chosen()) rows.push(...(await run(desk, admin, course)))
    await admin.api.dispose()
    return rows
  } finally {
    await desk.remove()
  }
}

/** BENCH_COURSE runs those alone whose name contains it. */
const chosen = () => courses.filter(({ name }) => name.includes(process.env.BENCH_COURSE ?? ''))

async function run(desk: Desk, admin: Person, { name, settings, broken, watchedBy }: Course): Promise<Row[]> {
  await desk.control.settings(settings)
  const ids = Array.from({ length: TOKENS }, (_, at) => String(at + 1))
  const make = (title: string) =>
    desk.control.createCollection({ name: title, owner: owner.address, tokens: TOKENS, broken })
  const script = await scriptRun(desk, await make(`Script${name}`), ids)
  const rows = scriptRows(`Script${name}`, script)
  let alone: Watched | undefined
  for (const viewers of watchedBy) {
    const who = `Desk${name}, ${viewers} watching`
    const submission = { collection: await make(who), ids, note: who }
    const watched = await watchedRun(desk, admin, submission, viewers)
    rows.push(...deskRows(who, watched, script))
    rows.push(...(alone ? crowdRows(who, viewers, watched, alone) : [signatureRow(who, watched)]))
    alone ??= watched
  }
  return rows
}
