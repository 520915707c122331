import { expect } from '@playwright/test'
import { makeCollection, submitByApi, untilSamplesSettled } from './fixtures/arrange.ts'
import { startFreezingProxy } from './fixtures/freezing-proxy.ts'
import { ownRefresh } from './fixtures/own-refresh.ts'
import { signInByApi } from './fixtures/sign-in.ts'
import { test } from './fixtures/test.ts'
import { refreshPage } from './pages/refresh-page.ts'

const ids = Array.from({ length: 10 }, (_, at) => String(at + 1))

test('a page whose stream died without an end says so within 40 seconds, asks by itself, and is live again', async ({
  page,
  desk,
  team,
}) => {
  await desk.control.standStillAfter(4)
  const collection = { name: 'Falls silent' }
  const made = { name: 'Sia Silent', collection, ids, note: 'Before the silence' }
  const { id } = await ownRefresh({ page, desk, team }, made)
  const proxy = await startFreezingProxy(desk.url)
  try {
    await page.clock.install()
    await page.goto(`${proxy.url}/refreshes/${id}`)
    const { progress } = refreshPage(page)
    await expect(progress.getByText('4succeeded')).toBeVisible()
    await expect(progress.getByText('Live', { exact: true })).toBeVisible()

    proxy.freezeStreams()
    await page.clock.fastForward(40_000)
    await expect(progress.getByText('Not live', { exact: true })).toBeVisible()
    await expect(page.getByText('Live updates are interrupted.')).toBeVisible()
    const edited = await page.context().request.patch(`${desk.url}/api/refreshes/${id}`, {
      headers: { origin: desk.url },
      data: { note: 'Said during the silence' },
    })
    expect(edited.ok(), await edited.text()).toBe(true)
    await expect(page.getByRole('heading', { name: 'Said during the silence' })).toBeVisible()
    await expect(progress.getByText('Not live', { exact: true })).toBeVisible()

    proxy.thaw()
    await page.clock.fastForward(60_000)
    await expect(progress.getByText('Live', { exact: true })).toBeVisible()
    await expect(page.getByText('Live updates are interrupted.')).toBeHidden()
  } finally {
    await desk.control.goOn()
    await proxy.close()
  }
})

test('the header follows what the page of a refresh hears, without asking for itself', async ({
  page,
  desk,
  team,
}) => {
  const owner = await team.addMember('operator', 'Hedda Header')
  await signInByApi(page.context().request, desk.url, owner)
  await untilSamplesSettled(page.context().request, desk.url)
  const collection = await makeCollection(desk, owner, { name: 'Seen twice', broken: ['2'] })
  await desk.control.standStillAfter(4)
  try {
    const { id } = await submitByApi(page, desk, owner, { collection, ids, note: 'Seen twice' })
    await page.goto(`${desk.url}/refreshes/${id}`)
    const chip = page.getByRole('banner').getByRole('link', { name: /running/ })
    await expect(chip).toHaveText('1 running 40%')
    await page.route(/\/api\/refreshes(\/current)?(\?.*)?$/, (route) => route.abort())
    await desk.control.goOn()
    await refreshPage(page).expectState('Partly failed')
    await expect(chip).toHaveCount(0)
  } finally {
    await desk.control.goOn()
  }
})

test('pages that were opened in the background hold no stream', async ({ context, page, desk, team }) => {
  const viewer = await team.addMember('viewer')
  await signInByApi(context.request, desk.url, viewer)
  const proxy = await startFreezingProxy(desk.url)
  try {
    for (let tab = 0; tab < 6; tab++) {
      const background = await context.newPage()
      await background.addInitScript(() =>
        Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' }),
      )
      await background.goto(proxy.url)
      await expect(background.getByRole('main').getByText('Connecting', { exact: true })).toBeVisible()
    }
    expect(proxy.openStreams()).toEqual([])
    await page.goto(proxy.url)
    await expect(page.getByRole('main').getByText('Live', { exact: true })).toBeVisible()
    expect(proxy.openStreams()).toHaveLength(1)
  } finally {
    await proxy.close()
  }
})

test('twelve pages of one browser are live over one stream, until none is looked at', async ({
  context,
  desk,
  team,
}) => {
  const owner = await team.addMember('operator', 'Tina Twelve')
  await signInByApi(context.request, desk.url, owner)
  const collection = await makeCollection(desk, owner, { name: 'Seen in twelve tabs' })
  await desk.control.standStillAfter(4)
  const proxy = await startFreezingProxy(desk.url)
  try {
    const pages = []
    const submitted = []
    for (const note of ['First of two', 'Second of two'])
      submitted.push(await submitByApi(await context.newPage(), desk, owner, { collection, ids, note }))
    const places = ['/', '/', ...submitted.map(({ id }) => `/refreshes/${id}`)]
    for (const place of [...places, ...places, ...places]) {
      const page = await context.newPage()
      await page.goto(`${proxy.url}${place}`)
      await expect(page.getByRole('main').getByText('Live', { exact: true })).toBeVisible()
      pages.push(page)
    }
    await expect.poll(() => proxy.openStreams().length).toBe(1)
    for (const [at, { id }] of submitted.entries()) {
      const headers = { origin: desk.url }
      const data = { note: `Heard everywhere ${at}` }
      expect((await context.request.patch(`${desk.url}/api/refreshes/${id}`, { headers, data })).ok()).toBe(
        true,
      )
    }
    for (const page of pages)
      await expect(
        page
          .getByRole('main')
          .getByText(/Heard everywhere/)
          .first(),
      ).toBeVisible()
    for (const page of pages)
      await page.evaluate(() => {
        Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' })
        document.dispatchEvent(new Event('visibilitychange'))
      })
    await expect.poll(() => proxy.openStreams()).toEqual([])
  } finally {
    await desk.control.goOn()
    await proxy.close()
  }
})

test('a tab says that its member signed out in another one', async ({ page, context, desk, team }) => {
  const member = await team.addMember('operator', 'Tess Twotabs')
  await signInByApi(context.request, desk.url, member)
  await page.goto(`${desk.url}/refreshes`)
  await expect(page.getByRole('heading', { name: 'Refreshes', level: 1 })).toBeVisible()
  const signedOut = await context.request.delete(`${desk.url}/api/session`, { headers: { origin: desk.url } })
  expect(signedOut.ok()).toBe(true)
  await expect(page.getByRole('dialog', { name: 'Your session has ended' })).toBeVisible()
  await page.getByRole('button', { name: 'Sign in again' }).click()
  await expect(page).toHaveURL(`${desk.url}/sign-in?next=${encodeURIComponent('/refreshes')}`)
})
