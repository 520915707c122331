import { type Browser, expect, type Page } from '@playwright/test'
import { untilSignaturesEnded } from './fixtures/arrange.ts'
import { type Desk, startDesk } from './fixtures/desk.ts'
import { test } from './fixtures/hydrated.ts'
import { readSteps } from './fixtures/readme-steps.ts'
import { installWallet } from './fixtures/wallet.ts'
import { collectionPage } from './pages/collection-page.ts'
import { refreshPage } from './pages/refresh-page.ts'
import { signInWith } from './pages/sign-in.ts'

type Visit = {
  page: Page
  browser: Browser
  desk: Desk
  walletName: string
  /** What the wallet was asked to sign; null for the demo wallet, which shows nothing. */
  prompts: string[] | null
}

/** Every step of the README, word for word, with what a person does who follows it. */
const acts: [step: string, follow: (visit: Visit) => Promise<void>][] = [
  [
    'Open `http://localhost:3000`. Connect MetaMask, or use the demo wallet if you have none. The first wallet becomes the admin.',
    async ({ page, desk, walletName }) => {
      await signInWith(page, desk.url, walletName)
      await page.getByRole('button', { name: /^Signed in as/ }).click()
      await expect(page.getByRole('menu', { name: 'You' })).toContainText('admin')
      await page.keyboard.press('Escape')
      if (walletName === 'MetaMask') await takeOwnership(page)
    },
  ],
  [
    'Open *Kestrel Relics*, select the page (`A`), press Review (`R`). The dialog shows the exact number your wallet will show. Sign and submit.',
    async ({ page, prompts, desk }) => {
      await page.goto(desk.url)
      await page.getByRole('link', { name: 'Open Kestrel Relics' }).click()
      const { assets, selection, review, numberToSign } = collectionPage(page)
      await expect(assets.getByRole('checkbox')).toHaveCount(60)
      await page.keyboard.press('a')
      await expect(selection).toContainText('60 tokens selected')
      await page.keyboard.press('r')
      await expect(numberToSign()).toHaveText(/^\d{10}$/)
      const number = await numberToSign().textContent()
      await review.getByRole('button', { name: 'Sign and submit 60 tokens' }).click()
      await expect(refreshPage(page).progress).toBeVisible()
      if (prompts) expect(prompts.at(-1)).toBe(number)
    },
  ],
  [
    'Watch it finish: 47 succeed, 13 fail for several reasons. Open a cause, open a token, and read what the origin answered.',
    async ({ page }) => {
      const refresh = refreshPage(page)
      await refresh.expectState('Partly failed')
      await refresh.expectCounts({ succeeded: 47, failed: 13, pending: 0 })
      await expect(page.getByText('4 causes, 13 tokens')).toBeVisible()
      await page.getByRole('button', { name: /Your metadata API answered 404 Not Found/ }).click()
      await refresh.failures.getByRole('button', { name: '#13' }).click()
      await expect(page.getByRole('main').locator('pre')).toContainText('13 is still sealed')
    },
  ],
  [
    "Press *Retry 13 failed*. You sign again if the first signature is already deleted, which happens as soon as nothing needs it. In *Team*, add a teammate's address; they see the same page without any signature.",
    async ({ page, browser, desk }) => {
      // Nothing needs it once the samples of the first start are done too.
      await untilSignaturesEnded(page.request, desk.url)
      await page.getByRole('button', { name: 'Retry 13 failed' }).click()
      await page.getByRole('button', { name: 'Sign and retry 13 tokens' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Retry')
      const refresh = refreshPage(page)
      await refresh.expectCounts({ succeeded: 0, failed: 13, pending: 0 })
      await seeAsTeammate(page, browser, desk)
    },
  ],
]

async function takeOwnership(page: Page) {
  await page.getByRole('link', { name: 'Open Kestrel Relics' }).click()
  await page.getByRole('link', { name: 'Details' }).click()
  await page.getByRole('button', { name: 'Use my wallet as owner' }).click()
  await expect(page.getByText('The wallet you signed in with owns this collection')).toBeVisible()
}

async function seeAsTeammate(page: Page, browser: Browser, desk: Desk) {
  const address = page.url()
  const context = await browser.newContext()
  const wallet = await installWallet(context)
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Team' }).click()
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
  await page.getByLabel('Wallet address').fill(wallet.account.address)
  await page.getByRole('button', { name: 'Add member' }).click()
  await expect(page.getByText('Added. This wallet can sign in now.')).toBeVisible()

  const teammate = await context.newPage()
  await signInWith(teammate, desk.url)
  await teammate.goto(address)
  await refreshPage(teammate).expectCounts({ succeeded: 0, failed: 13, pending: 0 })
  expect(wallet.prompts, 'only the sign-in').toHaveLength(1)
  await context.close()
}

for (const walletName of ['Demo wallet', 'MetaMask']) {
  test(`the first two minutes of the README happen word for word with ${walletName}`, async ({
    page,
    context,
    browser,
  }) => {
    test.setTimeout(480_000)
    const { steps, paragraphs } = readSteps('The first two minutes')
    expect(steps, 'the README and this test say the same').toEqual(acts.map(([step]) => step))
    expect(paragraphs.at(-1)).toBe(
      "Your own wallet does not own the demo collections; on a collection's *Details* tab you can make it the owner.",
    )
    const prompts = walletName === 'MetaMask' ? (await installWallet(context)).prompts : null
    const desk = await startDesk()
    try {
      for (const [step, follow] of acts) {
        await test.step(step, () => follow({ page, browser, desk, walletName, prompts }))
      }
    } finally {
      await desk.remove()
    }
  })
}
