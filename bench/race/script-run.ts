import type { Desk } from '../../e2e/fixtures/desk.ts'
import { networkCourse } from './network-course.ts'
import { runObviousScript } from './obvious-script.ts'
import { DEMO_KEY } from './people.ts'

/** The obvious script refreshes the tokens on its own. */
export async function scriptRun(desk: Desk, collection: string, ids: string[]) {
  const course = await networkCourse(desk.control, collection)
  const imxUrl = `${desk.sandboxUrl}/imx`
  const { signatures, endedAt } = await runObviousScript({ imxUrl, key: DEMO_KEY, collection, ids })
  const { startedMs, completedMs, requests } = await course.read()
  return { signatures, requests, networkMs: completedMs - startedMs, lateMs: endedAt - completedMs }
}
