import { type BrowserContext, expect, type Page } from '@playwright/test'
import { giveSignatureByApi, makeCollection, submitByApi } from './fixtures/arrange.ts'
import { away, look, recordNotifications, shownIn, shownInAll, standStill } from './fixtures/notifications.ts'
import { ownRefresh } from './fixtures/own-refresh.ts'
import { signInByApi } from './fixtures/sign-in.ts'
import { test } from './fixtures/test.ts'

const ids = Array.from({ length: 10 }, (_, at) => String(at + 1))

/** A signature that is refused before it was ever accepted rejects the batch instead of waiting for a new one. */
const succeeded = (context: BrowserContext, url: string) => async () =>
  (await (await context.request.get(url)).json()).progress.succeeded

const section = (page: Page) =>
  page.locator('section', { has: page.getByRole('heading', { name: 'Notifications' }) })

test('a member switches notifications on by a click, and a need is told once, by one hidden tab, and never while they look', async ({
  context,
  page,
  desk,
  team,
}) => {
  await recordNotifications(context, 'default')
  const made = { name: 'Nell Noticed', collection: { name: 'Noticed' }, ids, note: 'Needs Nell' }
  await desk.control.standStillAfter(4)
  const { member, collection, id } = await ownRefresh({ page, desk, team }, made)
  try {
    await expect.poll(succeeded(context, `${desk.url}/api/refreshes/${id}`)).toBe(4)
    await page.goto(`${desk.url}/settings`)
    await section(page).getByRole('button', { name: 'Turn on' }).click()
    await expect(section(page).getByText('On', { exact: true })).toBeVisible()
    await section(page).getByRole('button', { name: 'Test' }).click()
    await expect(section(page).getByRole('status')).toHaveText('Sent.')
    expect(await shownIn(page)).toHaveLength(1)

    // While somebody looks, the header says it.
    await look(page, { isVisible: true, hasFocus: true })
    const chip = page.getByRole('banner').getByRole('link', { name: /needs? you/ })
    await page.goto(`${desk.url}/refreshes`)
    await look(page, { isVisible: true, hasFocus: true })
    await desk.control.settings({ signature_max_age_seconds: 0 })
    await expect(chip).toHaveText('1 needs you')
    expect(await shownIn(page)).toEqual([])

    await desk.control.settings({ signature_max_age_seconds: 300 })
    await giveSignatureByApi(page, desk, member, collection)
    await expect(chip).toHaveCount(0)
    const others = [await context.newPage(), await context.newPage()]
    await context.clock.install()
    for (const other of [page, ...others]) await other.goto(`${desk.url}/team`)
    const pages = [page, ...others]
    for (const one of pages) await look(one, away)
    await standStill(context, page)
    await desk.control.settings({ signature_max_age_seconds: 0 })
    const state = async () => {
      const { items } = await (await context.request.get(`${desk.url}/api/refreshes?needs=you`)).json()
      return items.length
    }
    await expect.poll(state).toBe(1)
    expect(await shownInAll(pages)).toEqual([])

    let asked = 0
    for (const one of pages)
      one.on('request', (request) => {
        if (request.url().endsWith('/api/refreshes/current')) asked += 1
      })
    await context.clock.runFor(60_000)
    await expect.poll(() => shownInAll(pages)).toHaveLength(1)
    expect(asked).toBe(1)
    const [told] = await shownInAll(pages)
    expect(told?.title).toMatch(/^R-\d{4} needs your signature$/)
    expect(told?.body).toBe('Needs Nell')
    await context.clock.runFor(60_000)
    await expect.poll(() => asked).toBe(2)
    expect(await shownInAll(pages)).toHaveLength(1)

    await context.clock.resume()
    const opened = context.waitForEvent('page')
    for (const one of pages) await one.evaluate(() => window.shown[0]?.click())
    await expect(await opened).toHaveURL(/\/refreshes\/[0-9a-f-]{36}$/)
    await expect((await opened).getByRole('heading', { level: 1, name: 'Needs Nell' })).toBeVisible()
  } finally {
    await desk.control.settings({ signature_max_age_seconds: 300 })
    await desk.control.goOn()
  }
})

test('a tab that is seen but not used tells too, and whoever has switched them off again is told nothing', async ({
  context,
  page,
  desk,
  team,
}) => {
  await recordNotifications(context, 'granted')
  const owner = await team.addMember('operator', 'Otto Off')
  await signInByApi(context.request, desk.url, owner)
  const collection = await makeCollection(desk, owner, { name: 'Switched off' })
  try {
    await page.goto(`${desk.url}/settings`)
    await section(page).getByRole('button', { name: 'Turn on' }).click()
    await page.goto(`${desk.url}/refreshes`)
    await look(page, { isVisible: true, hasFocus: false })
    await desk.control.standStillAfter(4)
    const { id } = await submitByApi(page, desk, owner, { collection, ids, note: 'Beside other windows' })
    await expect.poll(succeeded(context, `${desk.url}/api/refreshes/${id}`)).toBe(4)
    await desk.control.settings({ signature_max_age_seconds: 0 })
    await expect.poll(() => shownIn(page)).toHaveLength(1)

    await desk.control.settings({ signature_max_age_seconds: 300 })
    await giveSignatureByApi(page, desk, owner, collection)
    await page.goto(`${desk.url}/settings`)
    await section(page).getByRole('button', { name: 'Turn off' }).click()
    await page.goto(`${desk.url}/refreshes`)
    await look(page, { isVisible: true, hasFocus: false })
    await desk.control.settings({ signature_max_age_seconds: 0 })
    await expect(page.getByRole('banner').getByRole('link', { name: /needs? you/ })).toBeVisible()
    expect(await shownIn(page)).toEqual([])
  } finally {
    await desk.control.settings({ signature_max_age_seconds: 300 })
    await desk.control.goOn()
  }
})

test('an ended session ends the asking of a hidden tab', async ({ context, page, desk, team }) => {
  await recordNotifications(context, 'granted')
  await signInByApi(context.request, desk.url, await team.addMember('viewer'))
  await page.goto(`${desk.url}/settings`)
  await section(page).getByRole('button', { name: 'Turn on' }).click()
  await expect(section(page).getByText('On', { exact: true })).toBeVisible()
  await context.clock.install()
  await page.goto(`${desk.url}/team`)
  await look(page, away)
  await standStill(context, page)
  const answers: number[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('/api/refreshes/current')) answers.push(response.status())
  })
  await context.clock.runFor(60_000)
  await expect.poll(() => answers).toEqual([200])
  await context.request.delete(`${desk.url}/api/session`, { headers: { origin: desk.url } })
  await context.clock.runFor(60_000)
  await expect.poll(() => answers).toEqual([200, 401])
  await context.clock.runFor(300_000)
  expect(answers).toEqual([200, 401])
})

test('a browser that blocks notifications says so in the settings', async ({ context, page, desk, team }) => {
  await recordNotifications(context, 'denied')
  await signInByApi(context.request, desk.url, await team.addMember('viewer'))
  await page.goto(`${desk.url}/settings`)
  await expect(section(page).getByText('Blocked')).toBeVisible()
  await expect(section(page)).toContainText('Allow them in the site settings')
  await expect(section(page).getByRole('button', { name: 'Turn on' })).toBeDisabled()
})

test('Chromium itself shows the notification that a member tries', async ({ context, page, desk, team }) => {
  await context.grantPermissions(['notifications'], { origin: desk.url })
  await signInByApi(context.request, desk.url, await team.addMember('viewer'))
  await page.goto(`${desk.url}/settings`)
  await section(page).getByRole('button', { name: 'Turn on' }).click()
  await section(page).getByRole('button', { name: 'Test' }).click()
  await expect(section(page).getByRole('status')).toHaveText('Sent.')
})
