import { expect, type Page } from '@playwright/test'
import type { PrivateKeyAccount } from 'viem/accounts'
import { giveSignatureByApi, makeCollection, submitByApi, untilSettled } from './fixtures/arrange.ts'
import type { Desk } from './fixtures/desk.ts'
import { expectWellMade, listenToConsole } from './fixtures/look.ts'
import { submitAsScript } from './fixtures/script/script.ts'
import { signInByApi } from './fixtures/sign-in.ts'
import { test } from './fixtures/test.ts'
import { installWallet } from './fixtures/wallet.ts'
import { refreshPage } from './pages/refresh-page.ts'

const LONG = { timeout: 120_000 }

/** What a studio's own script does, without this desk. */
async function refreshElsewhere(desk: Desk, owner: PrivateKeyAccount, collection: string, ids: string[]) {
  const answer = await submitAsScript(`${desk.sandboxUrl}/imx`, { owner, collection, ids })
  expect(answer.status, await answer.text()).toBe(202)
}

const importPanel = (page: Page) => {
  const panel = page.getByRole('region', { name: 'Refreshes made elsewhere' })
  return {
    panel,
    button: page.getByRole('button', { name: 'Import from the network' }),
    lines: page.getByRole('region', { name: 'Refreshes of this collection' }).getByRole('listitem'),
  }
}

test('a member brings in what a script refreshed, with its failures, and a second press adds nothing', async ({
  context,
  page,
  desk,
  team,
}) => {
  const complaints = listenToConsole(page)
  const owner = await team.addMember('operator', 'Ida Owner')
  await installWallet(context, owner)
  await signInByApi(context.request, desk.url, owner)
  const collection = await makeCollection(desk, owner, { name: 'Scripted', broken: ['7'] })
  await refreshElsewhere(desk, owner, collection, ['5', '6', '7'])
  await refreshElsewhere(desk, owner, collection, ['1', '2'])

  await page.goto(`${desk.url}/imx-local/${collection}/refreshes`)
  const { panel, button, lines } = importPanel(page)
  await expect(page.getByText('No refresh yet.')).toBeVisible()
  await button.click()
  await panel.getByRole('button', { name: 'MetaMask' }).click()
  await expect(panel.getByTestId('number-to-sign')).toBeVisible()
  await expectWellMade(page, 'the signing of an import')
  await panel.getByRole('button', { name: 'Sign and import' }).click()
  await expect(panel).toContainText('Read 2 refreshes, 2 new', LONG)
  await expect(lines).toHaveCount(2)
  await expect(lines.filter({ hasText: 'Partly failed' })).toContainText('1 failed', LONG)
  await expect(lines.filter({ hasText: /^Succeeded/ })).toHaveCount(1, LONG)
  await expectWellMade(page, 'a list with what was imported')

  const made = await submitByApi(page, desk, owner, { collection, ids: ['9'], note: 'Of the desk' })
  // From then on the network lists it, and no signature ends with it that is meant for the import.
  await untilSettled(context.request, desk.url, made.id)
  await giveSignatureByApi(page, desk, owner, collection)
  await button.click()
  await expect(panel).toContainText('Read 3 refreshes, 0 new', LONG)
  await expect(lines).toHaveCount(3)
  await expect(lines.first()).toContainText('Of the desk')

  await lines.filter({ hasText: 'Partly failed' }).getByRole('link').click()
  const refresh = refreshPage(page)
  await refresh.expectState('Partly failed')
  await refresh.expectCounts({ succeeded: 2, failed: 1, pending: 0 })
  await page.getByRole('button', { name: /Your metadata API answered 500/ }).click()
  await expect(page.getByText('Body, as text')).toBeVisible()
  await expectWellMade(page, 'an imported refresh')
  // The press without a signature is a conflict, which the browser writes down.
  const unforeseen = complaints.filter((text) => !text.includes('409 (Conflict)'))
  expect.soft(unforeseen, 'console').toEqual([])
})

test('without the owner’s signature a member is told whom the import waits for', async ({
  page,
  desk,
  team,
}) => {
  const owner = await team.addMember('viewer', 'Olof Owner')
  const member = await team.addMember('operator', 'Mia Member')
  await signInByApi(page.context().request, desk.url, member)
  const collection = await makeCollection(desk, owner, { name: 'Not hers' })
  await page.goto(`${desk.url}/imx-local/${collection}/refreshes`)
  const { panel, button } = importPanel(page)
  await expect(page.getByText('No refresh yet.')).toBeVisible()
  await button.click()
  await expect(panel).toContainText('Waiting for the owner')
  await expect(panel).toContainText('Olof Owner')
  await panel.getByRole('button', { name: 'Not now' }).click()
  await expect(panel).toHaveCount(0)
})
