import { startDesk } from '../../e2e/fixtures/desk.ts'
import { assetLatency } from '../measure/asset-latency.ts'
import { memoryAtRest, startTimes } from '../measure/at-rest.ts'
import { pageScript } from '../measure/page-script.ts'
import { sandboxPage } from '../measure/sandbox-page.ts'
import { join, owner } from '../race/people.ts'
import { samplesSettled } from '../race/samples.ts'
import type { Row } from '../row.ts'

/** The product at rest, a page of assets, what a page loads, a start. */
export async function pages(): Promise<Row[]> {
  const desk = await startDesk()
  try {
    const { api } = await join(desk, owner)
    const { items } = await (await api.get(`${desk.url}/api/collections?owner=me`)).json()
    const wardens = items.find((item: { name: string }) => item.name === 'Ashfall Wardens')
    const refreshes = await samplesSettled(api, desk.url)
    const rows: Row[] = [
      ...(await memoryAtRest(desk.pid() ?? 0)),
      ...(await sandboxPage(desk.sandboxUrl, wardens.address)),
      ...(await assetLatency(api, desk.url, desk.sandboxUrl, wardens.address)),
      ...(await pageScript(desk.url, await api.storageState(), {
        'sign-in': '/sign-in',
        home: '/',
        collection: `/imx-local/${wardens.address}`,
        asset: `/imx-local/${wardens.address}/assets/1`,
        refreshes: '/refreshes',
        refresh: `/refreshes/${refreshes[0]?.id}`,
        team: '/team',
        settings: '/settings',
      })),
      ...(await startTimes(desk)),
    ]
    await api.dispose()
    return rows
  } finally {
    await desk.remove()
  }
}
