import { cpus, totalmem } from 'node:os'
import { type APIRequestContext, request } from '@playwright/test'
import { privateKeyToAccount } from 'viem/accounts'
import { startDesk } from '../e2e/fixtures/desk.ts'
import { signInByApi } from '../e2e/fixtures/sign-in.ts'
import { assetLatency } from './measure/asset-latency.ts'
import { memoryAtRest, startTimes } from './measure/at-rest.ts'
import { pageScript } from './measure/page-script.ts'
import { sandboxPage } from './measure/sandbox-page.ts'

// The published key of account 0 of the development mnemonic: the owner of the demo collections.
const DEMO_KEY = '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80'

const desk = await startDesk()
try {
  const api = await request.newContext()
  await signInByApi(api, desk.url, privateKeyToAccount(DEMO_KEY))
  const { items } = await (await api.get(`${desk.url}/api/collections?owner=me`)).json()
  const wardens = items.find((item: { name: string }) => item.name === 'Ashfall Wardens')
  const refreshes = await settled(api, desk.url)
  const rows = [
    ...memoryAtRest(desk.pid() ?? 0),
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
  print(rows)
  await api.dispose()
} finally {
  await desk.remove()
}

function print(rows: string[][]) {
  console.log(`${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}\n`)
  console.log('| what | measured | aim | how |\n|---|---|---|---|')
  for (const row of rows) console.log(`| ${row.join(' | ')} |`)
}

/** The samples of a first start must be over, or they are measured with the rest. */
async function settled(
  api: APIRequestContext,
  url: string,
): Promise<{ id: string; settledAt: string | null }[]> {
  for (;;) {
    const { items } = await (await api.get(`${url}/api/refreshes`)).json()
    if (items.length > 0 && items.every(({ settledAt }: { settledAt: string | null }) => settledAt))
      return items
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
}
