import { setTimeout as pause } from 'node:timers/promises'
import type { Desk } from '../../e2e/fixtures/desk.ts'
import type { RefreshDetail, RefreshSummary } from '../../lib/domain/refreshes/model-schema.ts'
import type { Person } from '../race/people.ts'
import { sign } from '../race/submit.ts'
import { decide } from './decide.ts'

const LOOK_MS = 1_000
const LONGEST_MS = 300_000

type Watched = { desk: Desk; person: Person; network: string; control: Desk['control'] }

/** Waits for the end of all refreshes, signs and decides as their owner would; returns them as they are then. */
export async function untilSettled(watched: Watched): Promise<RefreshDetail[]> {
  const { desk, person, network } = watched
  const list = async (): Promise<RefreshSummary[]> =>
    (await (await person.api.get(`${desk.url}/api/refreshes?pageSize=100`)).json()).items
  const read = async ({ id }: { id: string }): Promise<RefreshDetail> =>
    (await person.api.get(`${desk.url}/api/refreshes/${id}`)).json()
  for (const until = Date.now() + LONGEST_MS; Date.now() < until; await pause(LOOK_MS)) {
    const open = (await list()).filter(({ finishedAt }) => finishedAt === null)
    if (open.length === 0) break
    const [unsigned] = open.filter(({ state }) => state === 'waiting_authority')
    if (unsigned) await sign(desk, person, { network, collection: unsigned.collection.address })
    for (const one of open) await decide(watched, await read(one))
  }
  return Promise.all((await list()).map(read))
}
