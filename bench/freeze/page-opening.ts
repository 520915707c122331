import { type APIRequestContext, chromium } from '@playwright/test'
import { chromiumOptions } from '../measure/chromium-options.ts'
import { spread, timed } from '../measure/spread.ts'
import { type Row, seconds } from '../row.ts'

const OPENINGS = 5
const READS = 20

/** From the address to the drawn batch timeline, each time in a browser that knows nothing yet. */
export async function pageOpening(
  label: string,
  url: string,
  id: string,
  api: APIRequestContext,
): Promise<Row[]> {
  const browser = await chromium.launch(chromiumOptions())
  const opened: number[] = []
  try {
    for (let opening = 0; opening < OPENINGS; opening++) {
      const context = await browser.newContext({ storageState: await api.storageState() })
      const page = await context.newPage()
      const batches = page.locator('section', { has: page.getByRole('heading', { name: 'Batches' }) })
      opened.push(
        await timed(async () => {
          await page.goto(`${url}/refreshes/${id}`, { waitUntil: 'commit' })
          await batches.getByRole('listitem').nth(10).waitFor()
        }),
      )
      await context.close()
    }
  } finally {
    await browser.close()
  }
  const read: number[] = []
  for (let round = 0; round < READS; round++)
    read.push(await timed(async () => (await api.get(`${url}/api/refreshes/${id}`)).body()))
  const [page, answer] = [spread(opened), spread(read)]
  return [
    [
      `${label}, its page opens`,
      `${seconds(page.p50)} (${seconds(page.min)} to ${seconds(page.max)})`,
      'under 1 s',
      `to the batch timeline, in Chromium with an empty cache; the API alone ${answer.p50.toFixed(0)} ms`,
    ],
  ]
}
