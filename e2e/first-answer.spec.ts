import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { submitByApi, untilSettled } from './fixtures/arrange.ts'
import { listenToConsole } from './fixtures/look.ts'
import { ownRefresh } from './fixtures/own-refresh.ts'
import { test } from './fixtures/test.ts'

const ids = Array.from({ length: 12 }, (_, at) => String(at + 1))

/** What the page's own scripts ask our API for, streams aside, until the content is there. */
function listRequests(page: Page, url: string): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().startsWith(`${url}/api/`) && !request.url().endsWith('/stream'))
      asked.push(request.url().slice(url.length))
  })
  return asked
}

/** Opens a collection and waits until the desk has counted it. */
async function countByApi(request: APIRequestContext, url: string, collection: string) {
  const place = `${url}/api/collections/imx-local/${collection}`
  expect((await request.get(place)).ok()).toBe(true)
  const started = await request.post(`${place}/index`, { headers: { origin: url }, data: {} })
  expect(started.ok(), await started.text()).toBe(true)
  await expect.poll(async () => (await (await request.get(`${place}/index`)).json()).state).toBe('complete')
}

test('without scripts, every page shows what the desk knows, and its tab names it', async ({
  browser,
  page,
  desk,
  team,
}) => {
  const { member, collection, ...first } = await ownRefresh(
    { page, desk, team },
    {
      role: 'admin',
      name: 'Nora Noscript',
      collection: { name: 'Plain Paper', broken: ['3'] },
      ids,
      note: 'Reveal wave 3',
    },
  )
  const second = await submitByApi(page, desk, member, { collection, ids: ids.slice(0, 5), note: '' })
  await untilSettled(page.context().request, desk.url, first.id)
  await untilSettled(page.context().request, desk.url, second.id)
  await countByApi(page.context().request, desk.url, collection)
  const storageState = await page.context().storageState()
  const context = await browser.newContext({ javaScriptEnabled: false, storageState })
  try {
    const plain = await context.newPage()
    const main = plain.getByRole('main')

    await plain.goto(`${desk.url}/refreshes/${first.id}`)
    await expect(plain.getByRole('heading', { level: 1, name: 'Reveal wave 3' })).toBeVisible()
    await expect(main.getByRole('region', { name: 'Progress' }).getByText('11succeeded')).toBeVisible()
    await expect(main.getByText('Your metadata API answered 500').first()).toBeVisible()
    await expect(plain).toHaveTitle(/^R-\d{4} Reveal wave 3 · Refresh Desk$/)
    await plain.goto(`${desk.url}/refreshes/${second.id}`)
    await expect(plain.getByRole('heading', { level: 1, name: '5 tokens of Plain Paper' })).toBeVisible()
    await expect(plain).toHaveTitle(/^R-\d{4} 5 tokens of Plain Paper · Refresh Desk$/)

    await plain.goto(`${desk.url}/refreshes?network=imx-local&collection=${collection}`)
    await expect(main.getByText('2 refreshes match.')).toBeVisible()
    await expect(main.getByRole('link', { name: /Reveal wave 3/ })).toBeVisible()
    await expect(main.getByRole('link', { name: /5 tokens of Plain Paper/ })).toBeVisible()

    await plain.goto(desk.url)
    await expect(main.getByRole('link', { name: /Reveal wave 3/ }).first()).toBeVisible()
    await expect(main.getByRole('link', { name: 'Plain Paper', exact: true })).toBeVisible()
    await expect(main.getByText(/^[\d,]+ tokens refreshed today$/)).toBeVisible()
    await expect(main.getByRole('link', { name: /^[\d,]+ failed last time$/ })).toBeVisible()
    await expect(main.getByRole('img', { name: /; Today [\d,]+ refreshed, [\d,]+ failed$/ })).toBeVisible()
    await expect(main.getByText('Nora Noscript submitted 5 tokens')).toBeVisible()
    await expect(plain).toHaveTitle('Home · Refresh Desk')

    const place = `${desk.url}/imx-local/${collection}`
    await plain.goto(place)
    await expect(plain.getByRole('heading', { level: 1, name: 'Plain Paper' })).toBeVisible()
    await expect(main.getByText('owned by you')).toBeVisible()
    await expect(main.getByText(/requests left/).first()).toBeVisible()
    await expect(plain).toHaveTitle('Plain Paper · Refresh Desk')
    await plain.goto(`${place}?lastRefresh=failed`)
    await expect(main.getByRole('list', { name: 'Assets' }).getByRole('listitem')).toHaveCount(1)
    await plain.goto(`${place}/refreshes`)
    await expect(main.getByRole('link', { name: 'Reveal wave 3' })).toBeVisible()
    await plain.goto(`${place}/assets/3`)
    await expect(main.getByRole('link', { name: 'Reveal wave 3' })).toBeVisible()
    await expect(plain).toHaveTitle(/^\w+ relic #3 · Refresh Desk$/)

    await plain.goto(`${desk.url}/team`)
    await expect(main.getByText('Nora Noscript').first()).toBeVisible()
    await plain.goto(`${desk.url}/settings`)
    await expect(main.getByText('tokens per request').first()).toBeVisible()
    await expect(main.getByText('No access tokens yet.')).toBeVisible()
  } finally {
    await context.close()
  }
})

test('a page whose content our rows hold asks our API for nothing before it shows it', async ({
  page,
  desk,
  team,
}) => {
  const made = {
    role: 'admin',
    name: 'Ines Instant',
    collection: { name: 'Asked Once' },
    ids,
    note: 'Asked once',
  } as const
  const { collection, id } = await ownRefresh({ page, desk, team }, made)
  await untilSettled(page.context().request, desk.url, id)
  for (const [path, sign] of [
    [`/refreshes/${id}`, page.getByRole('heading', { level: 1, name: 'Asked once' })],
    ['/collections', page.getByRole('row', { name: /Asked Once/ })],
    ['/refreshes', page.getByRole('main').getByRole('link', { name: /Asked once/ })],
    [`/imx-local/${collection}`, page.getByRole('list', { name: 'Assets' })],
    [`/imx-local/${collection}/assets/7`, page.getByRole('heading', { name: 'Metadata' })],
    ['/team', page.getByRole('main').getByText('Ines Instant').first()],
    ['/settings', page.getByRole('heading', { name: 'Access tokens' })],
    ['/', page.getByRole('img', { name: /; Today [\d,]+ refreshed/ })],
  ] as const) {
    const asked = listRequests(page, desk.url)
    await page.goto(`${desk.url}${path}`)
    await expect(sign).toBeVisible()
    // What components ask for on arrival is on its way once they have been painted.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
    // What the network alone may know: its sign of life, and what has changed of collections.
    const ofNetwork = (one: string) =>
      ['/api/networks', `/api/collections/imx-local/${collection}`].includes(one) ||
      one.startsWith('/api/collections?')
    expect
      .soft(
        asked.filter((one) => !ofNetwork(one)),
        path,
      )
      .toEqual([])
  }
})

test('times are those of the person’s zone, in the first answer too once the browser has named it', async ({
  browser,
  page,
  desk,
  team,
}) => {
  const made = {
    role: 'admin',
    name: 'Toki Tokyo',
    collection: { name: 'Far East' },
    ids,
    note: 'Far east',
  } as const
  const { id } = await ownRefresh({ page, desk, team }, made)
  await untilSettled(page.context().request, desk.url, id)
  const url = `${desk.url}/refreshes/${id}`
  const timesOf = async (shown: Page) => {
    const times = shown.getByRole('main').locator('time')
    await expect(times.first()).toBeVisible()
    const texts = await times.allInnerTexts()
    return texts.filter((text) => /^\d\d:\d\d:\d\d$/.test(text))
  }
  const there = await browser.newContext({
    timezoneId: 'Asia/Tokyo',
    storageState: await page.context().storageState(),
  })
  const shown = await there.newPage()
  const complaints = listenToConsole(shown)
  await shown.goto(url)
  const { finishedAt } = await (await there.request.get(`${desk.url}/api/refreshes/${id}`)).json()
  const inTokyo = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Tokyo', timeStyle: 'medium' })
  await expect.poll(() => timesOf(shown)).toContain(inTokyo.format(new Date(finishedAt)))
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await there.storageState(),
  })
  const first = await plain.newPage()
  await first.goto(url)
  expect(await timesOf(first)).toEqual(await timesOf(shown))
  await shown.reload()
  await expect.poll(() => timesOf(shown)).toEqual(await timesOf(first))
  expect(complaints).toEqual([])
  await there.close()
  await plain.close()
})

test('who is not signed in is led to the sign-in, and no answer says anything of the team', async ({
  page,
  desk,
  team,
  playwright,
}) => {
  const made = {
    role: 'admin',
    name: 'Sonia Secret',
    collection: { name: 'Hidden Vault' },
    ids,
    note: 'Hidden wave',
  } as const
  const { collection, id } = await ownRefresh({ page, desk, team }, made)
  const place = `/imx-local/${collection}`
  const paths = [
    '/',
    '/collections',
    '/refreshes',
    `/refreshes/${id}`,
    place,
    `${place}/refreshes`,
    `${place}/assets/7`,
  ]
  const stranger = await playwright.request.newContext({ maxRedirects: 0 })
  try {
    for (const path of [...paths, `${place}?lastRefresh=failed`, '/team', '/settings']) {
      for (const headers of [{}, { rsc: '1' }]) {
        const answer = await stranger.get(`${desk.url}${path}`, { headers })
        expect.soft(answer.status(), path).toBe(307)
        expect.soft(await answer.text(), path).not.toMatch(/Hidden|Sonia/)
      }
    }
  } finally {
    await stranger.dispose()
  }
})
