import { expect } from '@playwright/test'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { type OddAnswer, oddKinds, openOddOrigin } from '../sandbox/testing/odd-origin.ts'
import { submitByApi, untilSettled } from './fixtures/arrange.ts'
import { type Desk, startDesk } from './fixtures/desk.ts'
import { test } from './fixtures/hydrated.ts'
import { expectWellMade } from './fixtures/look.ts'
import { signInByApi } from './fixtures/sign-in.ts'

let origin: Awaited<ReturnType<typeof openOddOrigin>>
let desk: Desk
const owner = privateKeyToAccount(generatePrivateKey())

test.beforeAll(async () => {
  origin = await openOddOrigin()
  desk = await startDesk({ SANDBOX_ORIGINS: origin.url })
  await desk.control.settings({ crawl_tokens_per_second: 0, queue_delay_ms: 0, crawl_concurrency: 40 })
})
test.afterAll(async () => {
  await desk?.remove()
  await origin?.close()
})

async function makeOddCollection(name: string): Promise<string> {
  const plan = { name, owner: owner.address, tokens: oddKinds.length, metadata_api_url: origin.url }
  return (await desk.control.send<{ address: string }>('POST', '/collections', plan)).address
}

test('a member is told what a studio really served, cause by cause, and sees odd metadata as it is', async ({
  context,
  page,
}) => {
  await signInByApi(context.request, desk.url, owner)
  const collection = await makeOddCollection('Odd relics')
  const ids = oddKinds.map(origin.idOf)
  const { id } = await submitByApi(page, desk, owner, { collection, ids, note: 'Odd answers' })
  await untilSettled(context.request, desk.url, id)

  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${desk.url}/refreshes/${id}`)
  const causes = page.getByRole('main').getByRole('button', { expanded: false }).filter({ hasText: /token/ })
  await expect(causes.filter({ hasText: 'with a byte order mark' })).toBeVisible()
  const words = (await causes.allInnerTexts()).map((text) => text.split('\n').slice(0, 2).join(' '))
  expect(new Set(words).size).toBe(words.length)
  await expect(page.getByRole('listitem').filter({ hasText: 'Partly failed' })).toBeVisible()
  await causes.filter({ hasText: 'NaN or Infinity' }).click()
  await expect(page.getByText('Line 1, column 28: NaN')).toBeVisible()
  await expectWellMade(page, 'causes of odd answers')
  await page.setViewportSize({ width: 360, height: 800 })
  await context.addCookies([{ name: 'theme', value: 'dark', url: desk.url }])
  await page.reload()
  await expect(page.getByText('Line 1, column 28: NaN')).toBeVisible()
  await expectWellMade(page, 'the same, dark and narrow')

  const open = (kind: OddAnswer) =>
    page.goto(`${desk.url}/imx-local/${collection}/assets/${origin.idOf(kind)}`)
  const main = page.getByRole('main')
  await open('large numbers')
  await expect(main.getByText('12345678901234567890', { exact: true })).toBeVisible()
  await expect(main.getByText('0.12345678901234567891', { exact: true })).toBeVisible()
  await expect(main.getByText(/^seed has more digits/)).toBeVisible()
  await expectWellMade(page, 'odd metadata')
  await open('keys of JavaScript')
  await expect(main.getByText('__proto__', { exact: true })).toBeVisible()
  await expect(main.getByText('smith', { exact: true })).toBeVisible()
  await open('attributes as texts')
  await expect(main.getByText(/^attributes\[0\] is a text/)).toBeVisible()
  await open('an http image')
  await expect(main.getByText('browsers can’t load this address').first()).toBeVisible()
  await open('an inline image')
  const image = main.locator('img[src^="data:image/svg+xml"]')
  await expect.poll(() => image.evaluate((node: HTMLImageElement) => node.naturalWidth)).toBeGreaterThan(0)
})

test('a collection is not called failed because one token of it failed last', async ({ context, page }) => {
  await signInByApi(context.request, desk.url, owner)
  const collection = await makeOddCollection('Mostly fine')
  const ids = [origin.idOf('null')]
  const { id } = await submitByApi(page, desk, owner, { collection, ids, note: 'One token' })
  await untilSettled(context.request, desk.url, id)
  await page.goto(desk.url)
  const row = page.getByRole('row', { name: /Mostly fine/ })
  await expect(row.getByRole('link', { name: '1 failed of Mostly fine' })).toBeVisible()
  // It is said of the refresh, with a link to it, and of nothing else.
  await expect(row.getByText('Failed', { exact: true })).toHaveCount(1)
  await expect(row.getByRole('link', { name: 'Failed', exact: true })).toHaveAttribute(
    'href',
    `/refreshes/${id}`,
  )
  await page.goto(`${desk.url}/refreshes/${id}`)
  await expect(page.getByText('0 of 1 token is refreshed.')).toBeVisible()
})
