import { expect, type Page } from '@playwright/test'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { addMember } from './fixtures/add-member.ts'
import { giveSignatureByApi, makeCollection, submitByApi, untilSamplesSettled } from './fixtures/arrange.ts'
import { startDesk } from './fixtures/desk.ts'
import { test } from './fixtures/hydrated.ts'
import { expectWellMade } from './fixtures/look.ts'
import { signInByApi } from './fixtures/sign-in.ts'
import { needsOf } from './pages/needs.ts'
import { refreshPage } from './pages/refresh-page.ts'

const ids = Array.from({ length: 10 }, (_, at) => String(at + 1))

test('a refresh that waits for its owner is told on every page: the owner that it needs them, others what it waits for', async ({
  browser,
  page,
}) => {
  // The header counts the whole desk, so this desk has nothing else on it.
  const desk = await startDesk({ SANDBOX_CRAWL_TOKENS_PER_SECOND: '0', SANDBOX_QUEUE_DELAY_MS: '0' })
  const owner = privateKeyToAccount(generatePrivateKey())
  const other = privateKeyToAccount(generatePrivateKey())
  const elsewhere = await (await browser.newContext()).newPage()
  const headerOf = (of: Page) => needsOf(of).chip
  try {
    const { request } = page.context()
    await signInByApi(request, desk.url, owner)
    await addMember(request, desk.url, { address: other.address, name: 'Otis Other', role: 'operator' })
    await signInByApi(elsewhere.context().request, desk.url, other)
    await untilSamplesSettled(request, desk.url)
    const collection = await makeCollection(desk, owner, { name: 'Waits for Nora' })
    await desk.control.standStillAfter(4)
    const { id } = await submitByApi(page, desk, owner, { collection, ids, note: 'Waits for Nora' })
    await elsewhere.goto(`${desk.url}/refreshes/${id}`)
    await expect(refreshPage(elsewhere).progress.getByText('4succeeded')).toBeVisible()
    await desk.control.settings({ signature_max_age_seconds: 0 })
    await refreshPage(elsewhere).expectState('Waiting for a signature')

    await elsewhere.goto(`${desk.url}/team`)
    await expect(headerOf(elsewhere)).toHaveText('1 waiting for a signature')
    for (const width of [1024, 768, 360]) {
      await elsewhere.setViewportSize({ width, height: 640 })
      await expect(headerOf(elsewhere)).toBeVisible()
      await expectWellMade(elsewhere, `a page of ${width} pixels that says what waits`)
    }
    await elsewhere.goto(`${desk.url}/refreshes?needs=you`)
    await expect(elsewhere.getByText('No refresh matches these filters.')).toBeVisible()
    await elsewhere.goto(`${desk.url}/refreshes?needs=anyone`)
    await expect(elsewhere.getByRole('main').getByRole('link', { name: /Waits for Nora/ })).toHaveCount(1)
    await headerOf(elsewhere).click()
    await expect(elsewhere.getByRole('heading', { level: 1, name: 'Waits for Nora' })).toBeVisible()
    await expect(elsewhere.getByRole('region', { name: 'A signature is needed' })).toBeVisible()

    await page.goto(`${desk.url}/settings`)
    await elsewhere.goto(desk.url)
    const listed = needsOf(elsewhere).strip
    await expect(listed).toContainText('1 with others')
    await expect(listed.getByRole('listitem')).toContainText(
      '4 of 10 tokens processed. 1 batch waits for a signature.',
    )
    await expect(listed.getByRole('button')).toHaveCount(0)

    await expect(headerOf(page)).toHaveText('1 needs you')
    await expect(page).toHaveTitle('1 needs you · Settings · Refresh Desk')
    await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Team' }).click()
    await expect(page).toHaveTitle('1 needs you · Team · Refresh Desk')
    await expect(elsewhere).not.toHaveTitle(/needs you/)
    await page.goto(desk.url)
    const { strip } = needsOf(page)
    await expect(strip).toContainText('1 for you')
    await strip.getByRole('button', { name: 'Sign for Waits for Nora' }).press('Enter')
    await expect(strip.getByText(/Connect|wallet/i).first()).toBeVisible()
    await expectWellMade(page, 'Home with a signature to give')
    await desk.control.settings({ signature_max_age_seconds: 300 })
    await desk.control.goOn()
    await giveSignatureByApi(page, desk, owner, collection)
    await expect(headerOf(page)).toHaveCount(0)
    await expect(page).toHaveTitle('Home · Refresh Desk')
    await refreshPage(elsewhere).expectState('Succeeded')
    await expect(headerOf(elsewhere)).toHaveCount(0)
  } finally {
    await elsewhere.context().close()
    await desk.remove()
  }
})
