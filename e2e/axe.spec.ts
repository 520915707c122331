import { expect, type Locator, type Page } from '@playwright/test'
import type { PrivateKeyAccount } from 'viem/accounts'
import { makeCollection, submitByApi } from './fixtures/arrange.ts'
import type { Desk } from './fixtures/desk.ts'
import { expectWellMade, listenToConsole } from './fixtures/look.ts'
import { signInByApi } from './fixtures/sign-in.ts'
import { test } from './fixtures/test.ts'
import { installWallet } from './fixtures/wallet.ts'
import { collectionPage } from './pages/collection-page.ts'
import { refreshPage } from './pages/refresh-page.ts'

const ids = Array.from({ length: 60 }, (_, at) => String(at + 1))

for (const theme of ['light', 'dark'] as const) {
  for (const width of [360, 1440]) {
    test(`every page is well made in ${theme} at ${width} px`, async ({ context, page, desk, team }) => {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await context.addCookies([{ name: 'theme', value: theme, url: desk.url }])
      const complaints = listenToConsole(page)
      const member = await team.addMember('admin', 'Ada Admin')
      await installWallet(context, member)

      await look(page, `${desk.url}/sign-in`, page.getByRole('button', { name: 'MetaMask' }))
      await signInByApi(context.request, desk.url, member)
      await lookAtRefreshes(page, desk, member)
      await lookAtCollection(page, desk, member)
      await look(page, `${desk.url}/`, page.getByRole('heading', { name: 'Collections', exact: true }))
      await look(page, `${desk.url}/refreshes`, page.getByRole('link', { name: /With failures/ }).first())
      await look(page, `${desk.url}/team`, page.getByRole('heading', { name: 'Add a member' }))
      await look(page, `${desk.url}/settings`, page.getByText('tokens per request').first())
      expect.soft(complaints, 'console').toEqual([])
    })
  }
}

async function look(page: Page, url: string, sign: Locator) {
  await page.goto(url)
  await expect(sign).toBeVisible()
  await expectWellMade(page, new URL(url).pathname)
}

async function lookAtRefreshes(page: Page, desk: Desk, member: PrivateKeyAccount) {
  const refresh = refreshPage(page)
  const collection = await makeCollection(desk, member, { name: 'Looked at', broken: ['3', '9'] })
  await desk.control.standStillAfter(50)
  const { id } = await submitByApi(page, desk, member, { collection, ids, note: 'With failures' })
  await page.goto(`${desk.url}/refreshes/${id}`)
  await refresh.expectState('Running')
  await expect(refresh.progress.getByText(/^50 of 60 tokens processed/)).toBeVisible()
  await expectWellMade(page, 'a running refresh')
  await desk.control.goOn()
  await refresh.expectState('Partly failed')
  await page.getByRole('button', { name: /Your metadata API answered 500/ }).click()
  await expect(page.getByText('Body, as text')).toBeVisible()
  await expectWellMade(page, 'a refresh with failures')
}

async function lookAtCollection(page: Page, desk: Desk, member: PrivateKeyAccount) {
  const address = await makeCollection(desk, member, { name: 'Browsed' })
  const base = `${desk.url}/imx-local/${address}`
  const collection = collectionPage(page)
  await look(page, `${base}?view=table`, page.getByRole('table', { name: 'Assets' }))
  await look(page, `${base}/details`, page.getByRole('heading', { name: 'Why a token fails' }))
  await look(page, `${base}/refreshes`, page.getByText(/No refresh/).first())
  await look(page, `${base}/assets/7`, page.getByRole('heading', { name: 'Metadata' }))
  await look(page, base, collection.assets)
  await collection.box(0).click()
  await expectWellMade(page, 'a selection')
  await collection.openReview()
  await expect(collection.review.getByRole('button', { name: 'MetaMask' })).toBeVisible()
  await expectWellMade(page, 'the review')
}
