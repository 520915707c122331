import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext } from '@playwright/test'
import { expect } from '@playwright/test'
import { makeCollection, submitByApi, untilSettled } from './fixtures/arrange.ts'
import { signInByApi } from './fixtures/sign-in.ts'
import { test } from './fixtures/test.ts'

const KB = 1_000
const MOST_KB = 180
const MOST_AT_SIGN_IN_KB = 165

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>

/** What Chromium loads of script for the first view of a page, packed with gzip whatever the server packs with. */
async function scriptKilobytes(browser: Browser, url: string, storageState?: StorageState): Promise<number> {
  const context = await browser.newContext(storageState && { storageState })
  try {
    const page = await context.newPage()
    const loaded: Promise<number>[] = []
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script') return
      loaded.push(response.body().then((body) => gzipSync(body).length))
    })
    await page.goto(url)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const sizes = await Promise.all(loaded)
    return Math.round(sizes.reduce((sum, size) => sum + size, 0) / KB)
  } finally {
    await context.close()
  }
}

test('the first view of every page loads little script', async ({ browser, page, desk, team }) => {
  const member = await team.addMember('admin', 'Lena Light')
  await signInByApi(page.context().request, desk.url, member)
  const collection = await makeCollection(desk, member, { name: 'Light', broken: ['3'] })
  const { id } = await submitByApi(page, desk, member, { collection, ids: ['1', '2', '3'], note: 'Light' })
  await untilSettled(page.context().request, desk.url, id)
  const storageState = await page.context().storageState()
  const place = `/imx-local/${collection}`
  const paths = [
    '/',
    '/refreshes',
    `/refreshes/${id}`,
    place,
    `${place}/refreshes`,
    `${place}/details`,
    `${place}/assets/3`,
    '/team',
    '/settings',
  ]
  for (const path of paths) {
    const size = await scriptKilobytes(browser, `${desk.url}${path}`, storageState)
    expect.soft(size, `kB of script at ${path}`).toBeLessThanOrEqual(MOST_KB)
  }
  const signIn = await scriptKilobytes(browser, `${desk.url}/sign-in`)
  expect.soft(signIn, 'kB of script at the sign-in').toBeLessThanOrEqual(MOST_AT_SIGN_IN_KB)
})
