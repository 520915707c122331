import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { startSandbox } from '../../sandbox/start-sandbox.ts'
import { makeCollection, submitByApi } from '../fixtures/arrange.ts'
import { Control } from '../fixtures/control.ts'
import { startDesk } from '../fixtures/desk.ts'
import { freePort } from '../fixtures/free-port.ts'
import { test } from '../fixtures/hydrated.ts'
import { expectWellMade } from '../fixtures/look.ts'
import { signInByApi } from '../fixtures/sign-in.ts'
import { refreshPage } from '../pages/refresh-page.ts'

const setupToken = 'e2e-set-up-token-0123456789-0123456789'
const ids = (count: number, first = 1) => Array.from({ length: count }, (_, at) => String(first + at))

test('while the network is gone every page says since when, the history stays usable, and then everything goes on', async ({
  page,
}) => {
  test.setTimeout(480_000)
  const dataDir = await mkdtemp(join(tmpdir(), 'gone-'))
  const immutable = {
    port: await freePort(),
    controlToken: 'e2e-control-token-0123456789abcdef',
    dataDir,
    settings: { crawl_tokens_per_second: 0, queue_delay_ms: 0 },
  }
  let sandbox = await startSandbox(immutable)
  const desk = await startDesk({ NETWORKS: 'imx', IMX_BASE_URL: sandbox.imxUrl, SETUP_TOKEN: setupToken })
  try {
    const owner = privateKeyToAccount(generatePrivateKey())
    expect((await signInByApi(page.context().request, desk.url, owner, setupToken)).ok()).toBe(true)
    const control = new Control(sandbox.url, immutable.controlToken)
    const collection = await makeCollection({ control }, owner, { broken: ['2'] })
    const submit = (tokens: string[], note: string) =>
      submitByApi(page, desk, owner, { network: 'imx', collection, ids: tokens, note })
    const before = await submit(ids(10), 'Before it went')
    await page.goto(`${desk.url}/refreshes/${before.id}`)
    await refreshPage(page).expectState('Partly failed')
    await control.standStillAfter(40)
    const meanwhile = await submit(ids(50, 11), 'While it was gone')
    await page.goto(`${desk.url}/refreshes/${meanwhile.id}`)
    await expect(refreshPage(page).progress.getByText('40succeeded')).toBeVisible()

    await sandbox.stop()
    const note = page.getByRole('status').filter({ hasText: 'Immutable X has been silent' })
    await expect(note).toContainText('You see what it said before.', { timeout: 120_000 })
    await expect(refreshPage(page).progress).toContainText('Not live')
    await expect(refreshPage(page).progress).toContainText('Immutable X last answered')
    await expect(refreshPage(page).progress.getByText('Live', { exact: true })).toHaveCount(0)
    await refreshPage(page).expectState('Running')

    await page.goto(`${desk.url}/imx/${collection}`)
    await expect(note).toContainText('You see this collection as of')
    await expectWellMade(page, 'a collection of a network that has gone')
    await page
      .getByRole('link', { name: /^Refreshes/ })
      .last()
      .click()
    await expect(page.getByRole('link', { name: /Before it went/ })).toBeVisible()

    await desk.end()
    await desk.start()
    await page.goto(desk.url)
    await expect(page.getByText('Does not answer', { exact: true })).toBeVisible()
    await expect(page.getByText(/^Last successful answer .* Your history stays readable\.$/)).toBeVisible()
    await page.goto(`${desk.url}/refreshes`)
    await page.getByRole('link', { name: /Before it went/ }).click()
    await expect(note).toBeVisible()
    await page.getByRole('button', { name: /Your metadata API answered 500/ }).click()
    await expect(page.getByRole('main').getByText(new RegExp(`/origin/${collection}/2$`))).toBeVisible()

    sandbox = await startSandbox(immutable)
    await page.goto(`${desk.url}/refreshes/${meanwhile.id}`)
    const back = { timeout: 120_000 }
    await expect(page.getByRole('main').getByText('Succeeded', { exact: true }).first()).toBeVisible(back)
    await refreshPage(page).expectCounts({ succeeded: 50, failed: 0, pending: 0 })
    await page.reload()
    await refreshPage(page).expectState('Succeeded')
    await expect(note).toBeHidden({ timeout: 120_000 })
    const { accepted } = await control.record()
    expect(accepted.filter(({ collection_address }) => collection_address === collection)).toHaveLength(2)
  } finally {
    await desk.remove()
    await sandbox.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
})
