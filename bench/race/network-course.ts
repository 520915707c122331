import type { Control } from '../../e2e/fixtures/control.ts'

type Record = {
  accepted: { refresh_id: string; collection_address: string; accepted_at: string }[]
  settled: { refresh_id: string; completed_at: string }[]
  requests: { [operation: string]: number }
}
const read = (control: Control) => control.send<Record>('GET', '/record')

const total = ({ requests }: Record) => Object.values(requests).reduce((sum, count) => sum + count, 0)

/** What the network itself says about one collection from here on: its own time, and the requests it got. */
export async function networkCourse(control: Control, collection: string) {
  const before = await read(control)
  return {
    async read() {
      const after = await read(control)
      const accepted = after.accepted.filter((one) => one.collection_address === collection)
      const ids = new Set(accepted.map(({ refresh_id }) => refresh_id))
      const ends = after.settled.filter(({ refresh_id }) => ids.has(refresh_id))
      if (ends.length === 0 || ends.length < ids.size) throw new Error('The network is not done.')
      const byOperation = Object.entries(after.requests)
        .map(([name, count]) => [name, count - (before.requests[name] ?? 0)] as const)
        .filter(([, count]) => count > 0)
      return {
        startedMs: Math.min(...accepted.map(({ accepted_at }) => Date.parse(accepted_at))),
        completedMs: Math.max(...ends.map(({ completed_at }) => Date.parse(completed_at))),
        requests: {
          total: total(after) - total(before),
          detail: byOperation.map(([name, count]) => `${count} ${name}`).join(', '),
        },
      }
    },
  }
}
