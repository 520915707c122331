import { expect, type Page } from '@playwright/test'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { addMember } from './fixtures/add-member.ts'
import { makeCollection, submitByApi, untilSamplesSettled } from './fixtures/arrange.ts'
import { startDesk } from './fixtures/desk.ts'
import { test } from './fixtures/hydrated.ts'
import { expectWellMade } from './fixtures/look.ts'
import { signInByApi } from './fixtures/sign-in.ts'
import { needsOf } from './pages/needs.ts'

const LONG = { timeout: 90_000 }
const ids = (count: number) => Array.from({ length: count }, (_, at) => String(at + 1))

async function expectLooks(page: Page, url: string, what: string) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [360, 1440]) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 900 })
      await page.goto(url)
      await expect(needsOf(page).strip).toBeVisible()
      await expectWellMade(page, `${what}, ${colorScheme}, ${width} px`)
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

test('what one member sends and the desk holds needs another: header, tab, Home and history say the same, and Home resumes it', async ({
  browser,
  page,
}) => {
  const desk = await startDesk({ SANDBOX_CRAWL_TOKENS_PER_SECOND: '0', SANDBOX_QUEUE_DELAY_MS: '0' })
  const nora = privateKeyToAccount(generatePrivateKey())
  const contexts = await Promise.all([browser.newContext(), browser.newContext()])
  try {
    const { request } = page.context()
    await signInByApi(request, desk.url, nora)
    const join = async (at: 0 | 1, name: string, role: 'operator' | 'viewer') => {
      const account = privateKeyToAccount(generatePrivateKey())
      await addMember(request, desk.url, { address: account.address, name, role })
      await signInByApi(contexts[at].request, desk.url, account)
      return contexts[at].newPage()
    }
    const olga = await join(0, 'Olga Operator', 'operator')
    const vera = await join(1, 'Vera Viewer', 'viewer')
    await untilSamplesSettled(request, desk.url)
    await olga.goto(`${desk.url}/team`)
    await expect(olga).toHaveTitle('Team · Refresh Desk')
    await expect(needsOf(olga).chip).toHaveCount(0)

    const collection = await makeCollection(desk, nora, { name: 'Broken Origin', tokens: 2_000 })
    await desk.control.setBehaviour(collection, ids(600), 'not_found')
    // The second batch waits for the quota, so that something is left to hold.
    await desk.control.settings({ quota_limit: 1, quota_window_seconds: 1_000_000_000 })
    const { id } = await submitByApi(page, desk, nora, { collection, ids: ids(2_000), note: 'Held wave' })

    await expect(needsOf(olga).chip).toHaveText('1 needs you', LONG)
    await expect(olga).toHaveTitle('1 needs you · Team · Refresh Desk')
    await olga.getByRole('link', { name: 'Home' }).first().click()
    await expect(olga).toHaveTitle('1 needs you · Home · Refresh Desk')
    const { strip } = needsOf(olga)
    await expect(strip).toContainText('1 for you')
    await expect(strip.getByRole('listitem')).toHaveCount(1)
    await expect(strip.getByRole('listitem')).toContainText(
      '600 of 1,000 tokens of batch 1 failed, so nothing more is sent.',
    )
    await expect(strip.getByText('You', { exact: true })).toBeVisible()
    await expect(strip.getByRole('link', { name: 'Held wave', exact: true })).toHaveAttribute(
      'href',
      `/refreshes/${id}`,
    )
    await expectLooks(olga, desk.url, 'Home with a held refresh')
    await olga.goto(`${desk.url}/refreshes?needs=you`)
    await expect(olga.getByRole('main').getByText('1 refresh matches.')).toBeVisible()

    const storageState = await contexts[0].storageState()
    const withoutScripts = await browser.newContext({ javaScriptEnabled: false, storageState })
    const plain = await withoutScripts.newPage()
    await plain.goto(desk.url)
    await expect(needsOf(plain).strip).toContainText('600 of 1,000 tokens of batch 1 failed')
    await expect(needsOf(plain).strip.getByRole('button', { name: 'Resume Held wave' })).toBeVisible()
    await expect(needsOf(plain).chip).toHaveText('1 needs you')
    await withoutScripts.close()

    await vera.goto(desk.url)
    await expect(needsOf(vera).strip).toContainText('Waiting for others')
    await expect(needsOf(vera).strip).toContainText('1 with others')
    await expect(needsOf(vera).strip.getByRole('listitem')).toContainText(/Held wave/)
    await expect(needsOf(vera).strip.getByRole('button')).toHaveCount(0)
    await expect(needsOf(vera).chip).toHaveText('1 waiting for a decision')
    await expect(vera).toHaveTitle('Home · Refresh Desk')

    await olga.goto(desk.url)
    await strip.getByRole('button', { name: 'Resume Held wave' }).focus()
    await olga.keyboard.press('Enter')
    await expect(olga.getByText('Sending resumed')).toBeVisible()
    await expect(strip).toHaveCount(0)
    await expect(olga.getByRole('main')).toBeFocused()
    await expect(olga).toHaveTitle('Home · Refresh Desk')
    await expect(needsOf(vera).strip).toHaveCount(0)
    await expect(needsOf(vera).chip).toHaveCount(0)
  } finally {
    await Promise.all(contexts.map((context) => context.close()))
    await desk.remove()
  }
})
