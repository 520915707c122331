import { type Desk, startDesk } from '../../e2e/fixtures/desk.ts'
import { processesBelow } from '../measure/processes.ts'
import { addedLatency, type Pair } from '../proxy/latency.ts'
import { startLoad } from '../proxy/load-process.ts'
import { canPin, pin } from '../proxy/pin.ts'
import { createPolls, type Polls } from '../proxy/polls.ts'
import { emptyAnswers, throughput } from '../proxy/throughput.ts'
import { join, owner, type Person } from '../race/people.ts'
import { samplesSettled } from '../race/samples.ts'
import type { Row } from '../row.ts'

/** Polls are few, because each second that is signed must be one that the sandbox still takes. */
const [ASKS, POLLS] = [60, 25]
const [UNDER_TEST, THE_REST] = [0, 1]

/** What scripts pay for going through the desk instead of to the network itself. */
export async function proxy(): Promise<Row[]> {
  const desk = await startDesk({ SANDBOX_CRAWL_TOKENS_PER_SECOND: '2000' })
  const load = startLoad(THE_REST)
  try {
    const person = await join(desk, owner)
    await samplesSettled(person.api, desk.url)
    const { headers, collection } = await prepare(desk, person)
    await person.api.dispose()
    const polls = createPolls()
    const pair = (what: string, path: string, asks: number, isDistinct = true): Pair => ({
      what,
      asks,
      direct: { url: `${desk.sandboxUrl}/imx${path}`, headers: {}, isDistinct },
      through: { url: `${desk.url}/api/imx-local${path}`, headers, isDistinct },
    })
    const page = `/v1/assets?page_size=200&collection=${collection}`
    const asset = `/v1/assets/${collection}/1`
    const status = `/v1/metadata-refreshes/${await anyRefresh(desk, polls)}`
    const pages = pair('a page of 200 assets', page, ASKS)
    const assets = pair('one asset', asset, ASKS)

    const processes = processesBelow(desk.pid() ?? 0)
    const put = (name: 'desk' | 'sandbox', core: number) => {
      for (const { pid, what } of processes) if (what === name) pin(pid, core)
    }
    const sides = {
      direct: () => put('sandbox', UNDER_TEST),
      through: () => put('sandbox', THE_REST),
    }
    const [inTurn, atOnce] = canPin
      ? ['pinned: desk on core 0, sandbox and load on core 1', 'pinned: what is measured alone on core 0']
      : ['not pinned', 'not pinned']
    put('desk', UNDER_TEST)
    // What runs for the first time is slower; that is not what a script's day is like.
    for (const { direct, through } of [pages, assets]) {
      await load.inTurn(Array.from({ length: 200 }, () => [direct, through]).flat())
    }
    sides.through()
    const rows: Row[] = []
    const asIs = async <T>(question: T) => question
    for (const one of [pages, assets]) rows.push(...(await addedLatency(load, one, inTurn, asIs)))
    const signed = `each poll with a signature not seen before; ${inTurn}`
    rows.push(
      ...(await addedLatency(load, pair('a signed status poll', status, POLLS), signed, polls.signed)),
    )
    const shared = 'the same URL each time'
    for (const one of [
      pages,
      pair(`${pages.what}, ${shared}`, page, ASKS, false),
      assets,
      pair(`${assets.what}, ${shared}`, asset, ASKS, false),
    ]) {
      rows.push(await throughput(load, one, atOnce, sides))
    }
    rows.push(await emptyAnswers(load, `${desk.url}/healthz`, atOnce))
    return rows
  } finally {
    load.end()
    await desk.remove()
  }
}

async function prepare(desk: Desk, { api }: Person) {
  const { items } = await (await api.get(`${desk.url}/api/collections?owner=me`)).json()
  const wardens = items.find((item: { name: string }) => item.name === 'Ashfall Wardens')
  const made = await api.post(`${desk.url}/api/access-tokens`, {
    headers: { origin: desk.url },
    data: { name: 'Bench', expiresInDays: 1 },
  })
  if (!made.ok()) throw new Error(`No token: ${await made.text()}`)
  const { secret }: { secret: string } = await made.json()
  return { headers: { authorization: `Bearer ${secret}` }, collection: wardens.address as string }
}

/** One of the samples of the first start. */
async function anyRefresh(desk: Desk, polls: Polls): Promise<string> {
  const answer = await fetch(`${desk.sandboxUrl}/imx/v1/metadata-refreshes`, { headers: await polls.sign() })
  const { result }: { result: { refresh_id: string }[] } = await answer.json()
  const id = result[0]?.refresh_id
  if (!id) throw new Error('The sandbox has no refresh of the demo owner.')
  return id
}
