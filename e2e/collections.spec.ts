import { expect, type Page } from '@playwright/test'
import { makeCollection, submitByApi, untilSettled } from './fixtures/arrange.ts'
import type { Desk } from './fixtures/desk.ts'
import { expectWellMade, listenToConsole } from './fixtures/look.ts'
import { ownRefresh } from './fixtures/own-refresh.ts'
import { signInByApi } from './fixtures/sign-in.ts'
import { type Team, test } from './fixtures/test.ts'

const ids = Array.from({ length: 12 }, (_, at) => String(at + 1))

const rowOf = (page: Page, name: string) =>
  page.getByRole('table', { name: 'Collections' }).getByRole('row', { name: new RegExp(name) })

/** A collection with one failed token and a refresh of it that is over. */
async function refreshed({ page, desk, team }: { page: Page; desk: Desk; team: Team }, name: string) {
  const made = {
    name: 'Mara Maker',
    collection: { name, broken: ['3'] },
    ids,
    note: `Reveal of ${name}`,
  }
  const { collection, id, member } = await ownRefresh({ page, desk, team }, made)
  await untilSettled(page.context().request, desk.url, id)
  return { collection, id, member }
}

test('without scripts, the page lists every collection of the desk, with what a member wants to know of each', async ({
  browser,
  page,
  desk,
  team,
}) => {
  const { collection } = await refreshed({ page, desk, team }, 'Grey Wardens')
  const viewer = await team.addMember('viewer', 'Vera Viewer')
  const own = await makeCollection(desk, viewer, { name: 'Own by Vera' })
  await signInByApi(page.context().request, desk.url, viewer)
  const opened = await page.context().request.get(`${desk.url}/api/collections/imx-local/${own}`)
  expect(opened.ok()).toBe(true)
  const storageState = await page.context().storageState()
  const context = await browser.newContext({ javaScriptEnabled: false, storageState })
  try {
    const plain = await context.newPage()
    await plain.goto(`${desk.url}/collections`)
    await expect(plain).toHaveTitle('Collections · Refresh Desk')
    const row = rowOf(plain, 'Grey Wardens')
    await expect(row.getByRole('cell')).toHaveCount(4)
    await expect(row).toContainText('Mara Maker')
    await expect(row.getByRole('link', { name: 'Partly failed' })).toBeVisible()
    await expect(row.getByRole('link', { name: '1 failed of Grey Wardens' })).toHaveAttribute(
      'href',
      `/imx-local/${collection}?lastRefresh=failed`,
    )
    const first = plain.getByRole('table', { name: 'Collections' }).getByRole('row').nth(1)
    await expect(first).toContainText('Own by Vera')
    await expect(first).toContainText('You')
    await expect(first).toContainText('not counted yet')
    await expect(first).toContainText('never')

    await plain.goto(`${desk.url}/collections?q=grey+ward`)
    await expect(plain.getByText('1 collection matches.')).toBeVisible()
    await plain.goto(`${desk.url}/collections?q=no%25such`)
    await expect(plain.getByText('No collection matches.')).toBeVisible()
  } finally {
    await context.close()
  }
})

test('a member goes from Home to all collections, to one, and to what fails in it', async ({
  page,
  desk,
  team,
}) => {
  await refreshed({ page, desk, team }, 'Kestrel Walk')
  await page.goto(desk.url)
  const region = page.getByRole('region', { name: 'Collections', exact: true })
  await expect(rowOf(page, 'Kestrel Walk')).toBeVisible()
  await region.getByRole('link', { name: 'All collections' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Collections' })).toBeVisible()
  const places = page.getByRole('navigation', { name: 'Places' }).first()
  await expect(places.getByRole('link', { name: 'Collections' })).toHaveAttribute('aria-current', 'page')
  await rowOf(page, 'Kestrel Walk').getByRole('link', { name: '1 failed' }).click()
  await expect(page.getByRole('list', { name: 'Assets' }).getByRole('listitem')).toHaveCount(1)
  await page.goBack()
  await rowOf(page, 'Kestrel Walk').getByRole('link', { name: 'Kestrel Walk', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Kestrel Walk' })).toBeVisible()
})

test('what runs in a collection shows its percentage, and what waits for a person says so to them alone', async ({
  page,
  desk,
  team,
}) => {
  const owner = await team.addMember('operator', 'Olga Owner')
  const { request } = page.context()
  await signInByApi(request, desk.url, owner)
  const collection = await makeCollection(desk, owner, { name: 'Half way' })
  await desk.control.standStillAfter(6)
  try {
    await submitByApi(page, desk, owner, { collection, ids, note: 'Half of it' })
    await page.goto(`${desk.url}/collections?q=half+way`)
    await expect(rowOf(page, 'Half way').getByRole('link', { name: 'Running, 50%' })).toBeVisible()
    await desk.control.settings({ signature_max_age_seconds: 0 })
    await expect(rowOf(page, 'Half way').getByRole('link', { name: 'Needs you' })).toBeVisible()
    await signInByApi(request, desk.url, await team.addMember('viewer', 'Vic Viewer'))
    await page.reload()
    await expect(rowOf(page, 'Half way').getByRole('link', { name: 'Waiting for a signature' })).toBeVisible()
    await expect(rowOf(page, 'Half way')).toContainText('Olga Owner')
  } finally {
    await desk.control.settings({ signature_max_age_seconds: 300 })
    await desk.control.goOn()
  }
})

for (const theme of ['light', 'dark'] as const) {
  for (const width of [360, 1440]) {
    test(`the page of collections is well made in ${theme} at ${width} px`, async ({
      context,
      page,
      desk,
      team,
    }) => {
      await page.setViewportSize({ width, height: 900 })
      await context.addCookies([{ name: 'theme', value: theme, url: desk.url }])
      const complaints = listenToConsole(page)
      await refreshed({ page, desk, team }, `Looked at in ${theme} at ${width}`)
      await page.goto(`${desk.url}/collections`)
      await expect(rowOf(page, `${theme} at ${width}`)).toBeVisible()
      await expectWellMade(page, 'the page of collections')
      await page.goto(`${desk.url}/collections?q=nothing+here`)
      await expect(page.getByText('No collection matches.')).toBeVisible()
      await expectWellMade(page, 'a search without a result')
      expect(complaints).toEqual([])
    })
  }
}
