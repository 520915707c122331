import { type APIRequestContext, type Browser, chromium } from '@playwright/test'
import { chromiumOptions } from '../measure/chromium-options.ts'
import { spread, timed } from '../measure/spread.ts'
import type { Row } from '../row.ts'

const OPENINGS = 7
const READS = 20

type Ids = { large: string; small: string }
type StorageState = Awaited<ReturnType<APIRequestContext['storageState']>>

/** From the address to the drawn batch timeline, each time in a browser that knows nothing yet; `small` in turn with it. */
export async function pageOpening(
  label: string,
  url: string,
  ids: Ids,
  api: APIRequestContext,
): Promise<Row[]> {
  const browser = await chromium.launch(chromiumOptions())
  const opened: Record<keyof Ids, number[]> = { large: [], small: [] }
  const storageState = await api.storageState()
  try {
    for (let opening = 0; opening < OPENINGS; opening++) {
      opened.small.push(await open(browser, storageState, `${url}/refreshes/${ids.small}`))
      opened.large.push(await open(browser, storageState, `${url}/refreshes/${ids.large}`))
    }
  } finally {
    await browser.close()
  }
  const read: number[] = []
  for (let round = 0; round < READS; round++)
    read.push(await timed(async () => (await api.get(`${url}/api/refreshes/${ids.large}`)).body()))
  const [large, small, answer] = [spread(opened.large), spread(opened.small), spread(read)]
  return [
    [
      `${label}, its page opens`,
      `${hundredths(large.p50)} (${hundredths(large.min)} to ${hundredths(large.max)})`,
      'under 1 s',
      `to the batch timeline, in Chromium with an empty cache; that of a small sample in turn ${hundredths(small.p50)}; the API alone ${answer.p50.toFixed(0)} ms`,
    ],
  ]
}

async function open(browser: Browser, storageState: StorageState, url: string): Promise<number> {
  const context = await browser.newContext({ storageState })
  const page = await context.newPage()
  const batches = page.locator('section', { has: page.getByRole('heading', { name: 'Batches' }) })
  const took = await timed(async () => {
    await page.goto(url, { waitUntil: 'commit' })
    await batches.getByRole('listitem').nth(0).waitFor()
  })
  await context.close()
  return took
}

const hundredths = (ms: number) => `${(ms / 1000).toFixed(2)} s`
