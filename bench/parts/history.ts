import { startDesk } from '../../e2e/fixtures/desk.ts'
import { addRefreshes, TOKENS_EACH } from '../history/add-refreshes.ts'
import { readsOf, timeReads } from '../history/reads.ts'
import { ms, spread } from '../measure/spread.ts'
import { join, owner } from '../race/people.ts'
import { samplesSettled } from '../race/samples.ts'
import type { Row } from '../row.ts'

const FEW = 20
const MANY = 2_000
const TOKENS = 10_000
const ROUNDS = 15

/** What pages read, with 20 refreshes in the history and with 2,000 (two million token rows). */
export async function history(): Promise<Row[]> {
  const desk = await startDesk()
  try {
    const { api } = await join(desk, owner)
    await samplesSettled(api, desk.url)
    const collection = await desk.control.createCollection({
      name: 'A year of history',
      owner: owner.address,
      tokens: TOKENS,
    })
    const at = `${desk.url}/api/collections/imx-local/${collection}`
    await api.get(at)
    await api.post(`${at}/index`, { headers: { origin: desk.url }, data: {} })
    const isIndexed = async () => (await (await api.get(`${at}/index`)).json()).completedAt !== null
    while (!(await isIndexed())) await new Promise((resolve) => setTimeout(resolve, 500))
    await addRefreshes(desk, { collection, tokens: TOKENS, from: 1, to: FEW })
    const { items } = await (await api.get(`${desk.url}/api/refreshes?collection=${collection}`)).json()
    const reads = readsOf(collection, items[0].id)
    const few = await timeReads(api, desk.url, reads, ROUNDS)
    await addRefreshes(desk, { collection, tokens: TOKENS, from: FEW + 1, to: MANY })
    const many = await timeReads(api, desk.url, reads, ROUNDS)
    await api.dispose()
    return Object.keys(reads).map((name) => {
      const [before, after] = [spread(few[name] ?? []), spread(many[name] ?? [])]
      return [
        `History, ${name}`,
        `${(after.p50 / before.p50).toFixed(2)}`,
        'at most 2',
        `p50 ${ms(after.p50)} (${ms(after.min)} to ${ms(after.max)}) with ${MANY} refreshes of ${TOKENS_EACH} tokens, ${ms(before.p50)} (${ms(before.min)} to ${ms(before.max)}) with ${FEW}`,
      ]
    })
  } finally {
    await desk.remove()
  }
}
