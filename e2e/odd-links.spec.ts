import { expect, type Locator } from '@playwright/test'
import { makeCollection, untilSettled } from './fixtures/arrange.ts'
import { expectWellMade } from './fixtures/look.ts'
import { ownRefresh } from './fixtures/own-refresh.ts'
import { signInByApi } from './fixtures/sign-in.ts'
import { test } from './fixtures/test.ts'
import { collectionPage } from './pages/collection-page.ts'

test('a link to a refresh that is not here says so, and asks for nothing more', async ({
  page,
  desk,
  team,
}) => {
  await signInByApi(page.context().request, desk.url, await team.addMember('viewer'))
  await page.clock.install()
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const ofRefresh = (id: string) => asked.filter((path) => path.startsWith(`/api/refreshes/${id}`))
  for (const id of ['00000000-0000-4000-8000-000000000000', 'R-99999', 'nonsense']) {
    asked.length = 0
    await page.goto(`${desk.url}/refreshes/${id}`)
    await expect(page.getByText('This refresh is not here.')).toBeVisible()
    expect(ofRefresh(id)).toEqual([`/api/refreshes/${id}`])
    await page.clock.runFor('05:00')
    expect(ofRefresh(id)).toHaveLength(1)
  }
})

test('a link to a token or a network that is not here offers nothing that cannot help', async ({
  page,
  desk,
  team,
}) => {
  const owner = await team.addMember('operator')
  await signInByApi(page.context().request, desk.url, owner)
  const collection = await makeCollection(desk, owner, { name: 'Of one', tokens: 1 })
  const again = page.getByRole('main').getByRole('button', { name: 'Try again' })
  await page.goto(`${desk.url}/imx-local/${collection}/assets/999999`)
  await expect(page.getByText('has no token 999999 in this collection.')).toBeVisible()
  await expect(again).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Refresh this token' })).toBeDisabled()
  await page.goto(`${desk.url}/imx/${collection}`)
  await expect(page.getByRole('main').getByText('network')).toBeVisible()
  await expect(again).toHaveCount(0)
})

test('the history shows a list under any parameters, and days are written as they are read', async ({
  page,
  desk,
  team,
}) => {
  const collection = { name: 'Of today', tokens: 1 }
  const made = { name: 'Dora Days', collection, ids: ['1'], note: 'Made today' }
  const { id } = await ownRefresh({ page, desk, team }, made)
  await untilSettled(page.context().request, desk.url, id)

  const odd = 'member=notuuid&from=0000-01-01T00:00:00Z&tokenId=x&collection=0x1&state=odd&problems=2'
  await page.goto(`${desk.url}/refreshes?${odd}`)
  await expect(page.getByRole('link', { name: /Made today/ })).toBeVisible()
  await page.goto(`${desk.url}/refreshes?member=00000000-0000-4000-8000-000000000000`)
  await expect(page.getByRole('combobox', { name: 'By' })).toHaveText('000000…0000')
  await expect(page.getByText('No refresh matches these filters.')).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(page).toHaveURL(`${desk.url}/refreshes`)

  const since = page.getByLabel('Since')
  await since.fill('11/12/2026')
  await since.press('Enter')
  await expect(page.getByText('Enter a date such as 30 Nov 2026.')).toBeVisible()
  await since.fill('30 Nov 2199')
  await since.press('Enter')
  await since.press('ArrowDown')
  await expect(since).toHaveValue('29 Nov 2199')
  await expect(page.getByText('No refresh matches these filters.')).toBeVisible()
  await since.fill('1 Jan 2020')
  await since.press('Tab')
  await expect(page.getByRole('link', { name: /Made today/ })).toBeVisible()
  await expect(page).toHaveURL(/from=20(19|20)-/)
  await expectWellMade(page, 'the history with a day')
})

test('a select is opened, moved in and closed with the keyboard', async ({ page, desk, team }) => {
  await signInByApi(page.context().request, desk.url, await team.addMember('viewer'))
  await page.goto(`${desk.url}/refreshes`)
  const state = page.getByRole('combobox', { name: 'State' })
  await state.press('Enter')
  await expect(page.getByRole('option', { name: 'Running' })).toBeVisible()
  await expectWellMade(page, 'an open select')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/state=running/)
  await expect(state).toBeFocused()
  await expect(state).toHaveText('Running')
})

test('a collection without a name goes by its address, and one of 5,000 letters keeps its heading short', async ({
  page,
  desk,
  team,
}) => {
  const owner = await team.addMember('operator', 'N'.repeat(60))
  await signInByApi(page.context().request, desk.url, owner)
  const nameless = await desk.control.createCollection({
    name: ' \u200b \u2800',
    owner: owner.address,
    tokens: 1,
  })
  const long = await desk.control.createCollection({
    name: 'x'.repeat(5_000),
    owner: owner.address,
    tokens: 1,
  })
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(desk.url)
    await expect(page.getByRole('link', { name: nameless })).toBeVisible()
    expect(await heightOf(page.getByRole('link', { name: /^x{200}…$/ }))).toBeLessThan(40)
    await expectWellMade(page, `home with odd names at ${width} px`)
    await collectionPage(page).open(desk.url, long)
    const heading = page.getByRole('heading', { level: 1 })
    await expect(heading).toHaveText(`${'x'.repeat(200)}…`)
    expect(await heightOf(heading)).toBeLessThan(100)
    await expectWellMade(page, `a collection with a long name at ${width} px`)
    await page.goto(`${desk.url}/team`)
    const member = page.getByRole('main').getByText('N'.repeat(60), { exact: true })
    await expect(member).toHaveAttribute('title', 'N'.repeat(60))
    await expectWellMade(page, `the team with a long name at ${width} px`)
  }
})

const heightOf = async (heading: Locator) => (await heading.boundingBox())?.height ?? Number.POSITIVE_INFINITY

test('a page on paper has no navigation and nothing to press', async ({ page, desk, team }) => {
  const ids = ['1', '2', '3']
  const collection = { name: 'Printed', broken: ['2'], tokens: 3 }
  const made = { name: 'Petra Print', collection, ids, note: 'For the wall' }
  const { id } = await ownRefresh({ page, desk, team }, made)
  await untilSettled(page.context().request, desk.url, id)
  await page.goto(`${desk.url}/refreshes/${id}`)
  await expect(page.getByRole('heading', { name: 'Why they failed' })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { level: 1, name: 'For the wall' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Why they failed' })).toBeVisible()
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expect(page.getByRole('banner')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Copy link' })).toHaveCount(0)
})
