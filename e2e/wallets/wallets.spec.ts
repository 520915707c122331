import { expect } from '@playwright/test'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { makeCollection } from '../fixtures/arrange.ts'
import { signInByApi } from '../fixtures/sign-in.ts'
import { test } from '../fixtures/test.ts'
import { installWallet } from '../fixtures/wallet.ts'
import { collectionPage } from '../pages/collection-page.ts'
import { refreshPage } from '../pages/refresh-page.ts'
import { chooseWallet } from '../pages/sign-in.ts'

const stranger = () => privateKeyToAccount(generatePrivateKey())

test('an account that MetaMask keeps from the page signs after the owner connects again', async ({
  context,
  page,
  desk,
  team,
}) => {
  const owner = await team.addMember('operator')
  const other = stranger()
  const wallet = await installWallet(context, other, { isMetaMaskLike: true })
  const address = await makeCollection(desk, owner)
  await signInByApi(context.request, desk.url, owner)
  const collection = collectionPage(page)
  const { review } = collection
  await collection.reviewFirst(desk.url, address)
  await review.getByRole('button', { name: 'MetaMask' }).click()
  const obstacle = review.getByRole('status').filter({ hasText: 'This wallet does not own the collection' })
  await expect(obstacle).toBeVisible()

  await wallet.switchTo(owner, page)
  await expect(obstacle).toContainText(
    'If nothing changes here, MetaMask does not show that account to this page',
  )
  wallet.mood = 'rejects'
  await obstacle.getByRole('button', { name: 'Connect again' }).click()
  await expect(review.getByRole('heading', { name: 'You declined in MetaMask' })).toBeVisible()
  wallet.mood = 'signs'
  wallet.ticks = [other, owner]
  await obstacle.getByRole('button', { name: 'Connect again' }).click()
  await expect(collection.numberToSign()).toHaveText(/^\d{10}$/)

  await wallet.switchTo(other, page)
  await expect(obstacle).toBeVisible()
  await review.getByRole('button', { name: 'Back' }).click()
  const banner = page.getByRole('status').filter({ hasText: 'MetaMask uses another account.' })
  wallet.account = owner
  await banner.getByRole('button', { name: 'Connect again' }).click()
  await expect(banner).toHaveCount(0)
  await collection.openReview()
  await review.getByRole('button', { name: 'Sign and submit 1 token' }).click()
  await refreshPage(page).expectState('Succeeded')
  expect(wallet.prompts).toHaveLength(1)
})

test('an account that is not on the team gives way to another one of the same wallet', async ({
  context,
  page,
  desk,
  team,
}) => {
  const member = await team.addMember('viewer')
  const wallet = await installWallet(context, stranger(), { isMetaMaskLike: true })
  await chooseWallet(page, desk.url, 'MetaMask')
  const told = page.getByRole('status').filter({ hasText: 'This wallet is not on the team yet' })
  await expect(told).toContainText(wallet.account.address.toLowerCase())
  await wallet.switchTo(member, page)
  await told.getByRole('button', { name: 'Use another account' }).click()
  await expect(page.getByRole('heading', { name: 'Collections', exact: true })).toBeVisible()
})

test('of two wallets with one name each can be chosen, left while it does not answer, and keeps its connection', async ({
  context,
  page,
  desk,
  team,
}) => {
  const first = await installWallet(context, stranger())
  const flask = { name: 'MetaMask', rdns: 'io.metamask.flask' }
  const second = await installWallet(context, await team.addMember('viewer'), flask)
  await page.goto(`${desk.url}/sign-in`)
  const buttonOf = (rdns: string) => page.getByRole('button', { name: `MetaMask ${rdns}`, exact: true })
  await buttonOf('io.metamask').click()
  await page.getByRole('button', { name: 'Back to the wallets' }).click()

  second.mood = 'waits'
  await buttonOf('io.metamask.flask').click()
  const waiting = page.getByRole('status').filter({ hasText: 'Open your wallet' })
  await waiting.getByRole('button', { name: 'Stop waiting' }).click()
  await expect(buttonOf('io.metamask')).toBeEnabled()
  second.mood = 'signs'
  second.answerLate()
  await expect.poll(() => second.isConnected()).toBe(true)
  await expect(buttonOf('io.metamask')).toBeEnabled()
  expect(second.prompts).toHaveLength(0)
  await buttonOf('io.metamask.flask').click()
  await expect(page.getByRole('heading', { name: 'Collections', exact: true })).toBeVisible()
  expect(first.isConnected()).toBe(true)
  expect(second.prompts).toHaveLength(1)
})

test('a low window shows the number while the wallet waits, and what a hardware wallet says is told apart', async ({
  context,
  page,
  desk,
  team,
}) => {
  await page.setViewportSize({ width: 780, height: 503 })
  const wallet = await installWallet(context, await team.addMember('operator'))
  const address = await makeCollection(desk, wallet.account)
  await signInByApi(context.request, desk.url, wallet.account)
  const collection = collectionPage(page)
  const { review } = collection
  await collection.reviewFirst(desk.url, address)
  await review.getByRole('button', { name: 'MetaMask' }).click()
  const sign = review.getByRole('button', { name: 'Sign and submit 1 token' })
  await expect(sign).toBeEnabled()

  wallet.mood = 'waits'
  await sign.click()
  const waiting = review.getByRole('status').filter({ hasText: 'Open your wallet' })
  await expect(waiting).toContainText(/with the number \d{10}/)
  await expect(waiting).toBeInViewport({ ratio: 1 })
  await waiting.getByRole('button', { name: 'Stop waiting' }).click()

  const answers: [words: string, heading: string | RegExp][] = [
    [
      'Ledger device: Condition of use not satisfied (denied by the user?) (0x6985)',
      'You declined in MetaMask',
    ],
    ['Ledger device: Locked device (0x5515)', 'MetaMask is locked'],
    ['Ledger device: Invalid data <b>received</b> (0x6a80)', 'MetaMask reported an error'],
  ]
  for (const [message, heading] of answers) {
    wallet.mood = { code: -32603, message }
    await sign.click()
    await expect(review.getByRole('heading', { name: heading })).toBeVisible()
    await expect(review).toContainText('Nothing was sent and your selection is kept.')
  }
  await expect(review).toContainText('It says: “Ledger device: Invalid data <b>received</b> (0x6a80)”')
})

test('an open review follows the clock', async ({ context, page, desk, team }) => {
  const owner = await team.addMember('operator')
  const address = await makeCollection(desk, owner)
  await signInByApi(context.request, desk.url, owner)
  const now = new Date()
  now.setHours(10, 20, 0, 0)
  await page.clock.install({ time: now })
  const finishes = [22, 27].map((minute) => new Date(now.getTime() + (minute - 20) * 60_000).toISOString())
  await page.route('**/api/refreshes/plan', async (route) => {
    const answer = await route.fetch()
    const plan = await answer.json()
    const at = finishes.length > 1 ? finishes.shift() : finishes[0]
    plan.timetable.finish = { from: at, to: at }
    await route.fulfill({ response: answer, json: plan })
  })
  const collection = collectionPage(page)
  await collection.reviewFirst(desk.url, address)
  await expect(collection.review.getByText('by 10:22')).toBeVisible()
  await page.clock.runFor(61_000)
  await expect(collection.review.getByText('by 10:27')).toBeVisible()
})
