import { expect } from '@playwright/test'
import { makeToken } from '../fixtures/access-token.ts'
import { makeCollection } from '../fixtures/arrange.ts'
import { expectWellMade, listenToConsole } from '../fixtures/look.ts'
import { submitAsScript } from '../fixtures/script/script.ts'
import { signInByApi } from '../fixtures/sign-in.ts'
import { test } from '../fixtures/test.ts'
import { installWallet } from '../fixtures/wallet.ts'
import { choose } from '../pages/choose.ts'
import { refreshPage } from '../pages/refresh-page.ts'

const LONG = { timeout: 90_000 }
const ids = Array.from({ length: 40 }, (_, at) => String(at + 1))

test('of a script’s lost request a person says which one it is, and nobody can send it again', async ({
  page,
  desk,
  team,
}) => {
  const complaints = listenToConsole(page)
  const owner = await team.addMember('operator', 'Sven Script')
  await signInByApi(page.context().request, desk.url, owner)
  const { authorization } = await makeToken(page.context().request, desk.url, 'nightly')
  const collection = await makeCollection(desk, owner, { name: 'Scripted and lost' })
  // The samples of a first start are four requests; one of them must not lose its answer instead.
  await expect.poll(async () => (await desk.control.record()).accepted.length, LONG).toBeGreaterThanOrEqual(4)
  await desk.control.send('POST', '/faults', { operation: 'create', kind: 'drop_after', times: 1 })
  const asked = { owner, collection, ids }
  // A desk that already looked before there are two would know which one it is.
  await desk.control.withholdLists()
  expect((await submitAsScript(`${desk.url}/api/imx`, { ...asked, authorization })).status).toBe(502)
  expect((await submitAsScript(`${desk.sandboxUrl}/imx`, asked)).status).toBe(202)
  await desk.control.clearFaults()

  await page.goto(`${desk.url}/refreshes`)
  // Rows come from the API, so once they stand there the page listens.
  await expect(page.getByRole('region', { name: 'Refreshes' }).getByRole('listitem').first()).toBeVisible()
  await choose(page.getByRole('combobox', { name: 'Source' }), 'Script')
  const row = page.getByRole('listitem').filter({ hasText: 'Scripted and lost' })
  await expect(row).toContainText('Outcome unknown')
  await expect(row).toContainText('Sven Script')
  await expect(page).toHaveURL(/source=script/)
  await expectWellMade(page, 'a history of scripts')
  await row.getByRole('link').click()

  const panel = page.getByRole('region', { name: 'Decide on batch 1' })
  await expect(panel).toContainText('only the script can send it again', LONG)
  await expect(panel.getByRole('button', { name: 'This is the one' })).toHaveCount(2)
  await expect(panel.getByRole('button', { name: 'It was never accepted' })).toBeVisible()
  await expect(page.getByRole('button', { name: /send it again|pause|cancel/i })).toHaveCount(0)
  await expect(page.getByText('by a script, with the token “nightly”', { exact: true })).toBeVisible()
  await expectWellMade(page, 'a script’s lost request')
  await panel.getByRole('button', { name: 'This is the one' }).first().click()
  await refreshPage(page).expectState('Succeeded')
  const { accepted } = await desk.control.record()
  expect(accepted.filter(({ collection_address }) => collection_address === collection)).toHaveLength(2)
  expect.soft(complaints, 'console').toEqual([])
})

test('an owner takes back the signature of a script, and signs to keep watching', async ({
  context,
  page,
  desk,
  team,
}) => {
  const owner = await team.addMember('operator', 'Olga Owner')
  await installWallet(context, owner)
  await signInByApi(context.request, desk.url, owner)
  const { authorization } = await makeToken(page.context().request, desk.url, 'watched')
  const collection = await makeCollection(desk, owner, { name: 'Watched' })
  await desk.control.standStillAfter(30)
  const answer = await submitAsScript(`${desk.url}/api/imx`, { owner, collection, ids, authorization })
  expect(answer.status).toBe(202)
  const number = answer.headers.get('x-refresh-desk-refresh')

  await page.goto(`${desk.url}/settings`)
  const signature = page.getByRole('listitem').filter({ hasText: 'Came with a script’s request' })
  await expect(signature.filter({ hasText: number ?? '' })).toContainText(
    'used only to read progress, never to send',
  )
  await signature
    .filter({ hasText: number ?? '' })
    .getByRole('button', { name: 'Delete signature' })
    .click()
  await page.goto(`${desk.url}/refreshes/${number}`)
  const panel = page.getByRole('region', { name: 'A signature is needed' })
  await expect(panel).toContainText('Sign to keep watching', LONG)
  await expectWellMade(page, 'a script’s refresh that nobody can watch')
  await panel.getByRole('button', { name: 'MetaMask' }).click()
  await panel.getByRole('button', { name: 'Sign and watch' }).click()
  await expect(page.getByText('signed again to continue')).toBeVisible()
  await expect(panel).toHaveCount(0)
  await desk.control.goOn()
})
