import type { Desk } from '../../e2e/fixtures/desk.ts'
import { deskProcess, residentMb } from '../measure/processes.ts'
import { networkCourse } from './network-course.ts'
import { joinMany, type Person } from './people.ts'
import { type Submission, sign, submit } from './submit.ts'
import { watchRefresh } from './watcher.ts'

const SAMPLE_MS = 500

/** The desk refreshes the tokens while `viewers` people, each with a session of their own, watch by server-sent events. */
export async function watchedRun(desk: Desk, admin: Person, submission: Submission, viewers: number) {
  const cookies = [admin.cookie, ...(await joinMany(desk, admin, viewers - 1))]
  const pid = deskProcess(desk.pid() ?? 0)
  const course = await networkCourse(desk.control, submission.collection)
  const submitted = await submit(desk, admin, submission)
  let { signatures } = submitted
  const beforeMb = residentMb(pid)
  const signAgain = () => {
    signatures++
    void sign(desk, admin, submission)
  }
  const watchers = cookies.map((cookie, place) =>
    watchRefresh(desk.url, cookie, submitted.id, place === 0 ? signAgain : () => {}),
  )
  await Promise.all(watchers.map(({ opened }) => opened))
  const memory = [residentMb(pid)]
  const sampler = setInterval(() => memory.push(residentMb(pid)), SAMPLE_MS)
  const seen = await Promise.allSettled(watchers.map(({ settled }) => settled))
  clearInterval(sampler)
  memory.push(residentMb(pid))
  for (const watcher of watchers) watcher.close()
  const ends = seen.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  const finishedAt = ends[0]?.refresh.finishedAt
  if (!finishedAt) throw new Error('Nobody saw the refresh end.')
  const { startedMs, completedMs, requests } = await course.read()
  return {
    signatures,
    requests,
    networkMs: completedMs - startedMs,
    lateMs: Date.parse(finishedAt) - completedMs,
    sawEnd: ends.length,
    lastSawMs: Math.max(...ends.map(({ at }) => at)) - completedMs,
    memory: { beforeMb, openedMb: memory[0] ?? 0, endMb: memory.at(-1) ?? 0, mostMb: Math.max(...memory) },
  }
}
