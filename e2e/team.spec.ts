import { expect } from '@playwright/test'
import { makeCollection, submitByApi } from './fixtures/arrange.ts'
import { signInByApi } from './fixtures/sign-in.ts'
import { test } from './fixtures/test.ts'
import { installWallet } from './fixtures/wallet.ts'
import { choose } from './pages/choose.ts'
import { collectionPage } from './pages/collection-page.ts'
import { refreshPage } from './pages/refresh-page.ts'
import { chooseWallet, signInWith } from './pages/sign-in.ts'

test('an address that is not a member sees itself, to send to an admin, and gets in once it is added', async ({
  context,
  page,
  desk,
  admin,
  browser,
}) => {
  const wallet = await installWallet(context)
  await chooseWallet(page, desk.url, 'MetaMask')
  const told = page.getByRole('status').filter({ hasText: 'This wallet is not on the team yet' })
  await expect(told).toContainText('Send this address to an admin.')
  await expect(told.getByText(wallet.account.address.toLowerCase(), { exact: true })).toBeVisible()
  await expect(told.getByRole('button', { name: 'Copy address' })).toBeVisible()
  await page.goto(`${desk.url}/refreshes`)
  await expect(page).toHaveURL(/\/sign-in\?next=/)

  const adminContext = await browser.newContext()
  await signInByApi(adminContext.request, desk.url, admin)
  const adminPage = await adminContext.newPage()
  await adminPage.goto(`${desk.url}/team`)
  // Rows come from the API, so once they stand there the page listens.
  await expect(adminPage.getByRole('main').getByRole('listitem').first()).toBeVisible()
  await adminPage.getByLabel('Wallet address').fill(wallet.account.address)
  await adminPage.getByRole('textbox', { name: 'Name' }).fill('Nia Newcomer')
  await choose(adminPage.getByLabel('Role', { exact: true }), 'Operator')
  await adminPage.getByRole('button', { name: 'Add member' }).click()
  await expect(adminPage.getByText('Added. This wallet can sign in now.')).toBeVisible()
  await expect(adminPage.getByLabel('Role of Nia Newcomer')).toHaveText('Operator')
  await adminContext.close()

  await signInWith(page, desk.url)
  await expect(page.getByRole('button', { name: 'Signed in as Nia Newcomer' })).toBeVisible()
})

test('a viewer in another browser watches the same refresh live without a signature, and cannot submit', async ({
  context,
  page,
  desk,
  team,
  browser,
}) => {
  const owner = await team.addMember('operator', 'Ona Owner')
  const address = await makeCollection(desk, owner, { broken: ['3'] })
  const viewers = await browser.newContext()
  const wallet = await installWallet(viewers, await team.addMember('viewer', 'Vera Viewer'))
  const seen = await viewers.newPage()
  await signInWith(seen, desk.url)
  expect(wallet.prompts).toHaveLength(1)

  await signInByApi(context.request, desk.url, owner)
  await desk.control.standStillAfter(30)
  try {
    const ids = Array.from({ length: 36 }, (_, at) => String(at + 1))
    const { id } = await submitByApi(page, desk, owner, { collection: address, ids, note: 'Watch me' })
    await seen.goto(`${desk.url}/refreshes/${id}`)
    const watched = refreshPage(seen)
    await watched.expectState('Running')
    await expect(watched.progress.getByText('Live', { exact: true })).toBeVisible()
    await expect(watched.progress.getByText(/^30 of 36 tokens processed/)).toBeVisible()
    await desk.control.goOn()
    await watched.expectState('Partly failed')
    await watched.expectCounts({ succeeded: 35, failed: 1, pending: 0 })
    await expect(seen.getByRole('button', { name: /^Retry/ })).toHaveCount(0)

    await collectionPage(seen).open(desk.url, address)
    await collectionPage(seen).box(0).click()
    const selection = collectionPage(seen).selection
    await expect(selection).toContainText('As a viewer')
    await expect(selection.getByRole('button', { name: 'Review' })).toHaveCount(0)
    expect(wallet.prompts).toHaveLength(1)
  } finally {
    await desk.control.goOn()
    await viewers.close()
  }
})

test("a new member who owns nothing finds the team's collections on Home, and is not told that all is done", async ({
  context,
  page,
  desk,
  team,
}) => {
  const owner = await team.addMember('operator', 'Olga Owner')
  await signInByApi(context.request, desk.url, owner)
  const collection = await makeCollection(desk, owner, { name: 'Worked on by the team' })
  await submitByApi(page, desk, owner, { collection, ids: ['1'], note: 'One of ours' })

  await signInByApi(context.request, desk.url, await team.addMember('viewer', 'Nils Newcomer'))
  await page.goto(desk.url)
  const ofTeam = page.getByRole('region', { name: 'Collections', exact: true })
  await expect(ofTeam.getByRole('link', { name: 'Worked on by the team' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('as a viewer you can see everything but not submit')
  await expect(page.getByRole('main')).not.toContainText(/\d of 3 done/)
})
