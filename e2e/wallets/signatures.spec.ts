import { expect } from '@playwright/test'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { makeCollection } from '../fixtures/arrange.ts'
import { startDesk } from '../fixtures/desk.ts'
import { ownCollectionByWallet } from '../fixtures/own-collection.ts'
import { test } from '../fixtures/test.ts'
import { installWallet } from '../fixtures/wallet.ts'
import { collectionPage } from '../pages/collection-page.ts'
import { refreshPage } from '../pages/refresh-page.ts'
import { signInWith } from '../pages/sign-in.ts'

test('a rejected signature sends nothing and is not asked for again without a click', async ({
  page,
  desk,
  team,
}) => {
  const { wallet, address, collection } = await ownCollectionByWallet({ page, desk, team })
  await collection.reviewFirst(desk.url, address)

  wallet.mood = 'rejects'
  const submit = collection.review.getByRole('button', { name: 'Sign and submit 1 token' })
  await submit.click()
  await expect(collection.review.getByRole('heading', { name: 'You declined in MetaMask' })).toBeVisible()
  await expect(collection.review).toContainText('Nothing was sent and your selection is kept.')
  expect(wallet.prompts).toHaveLength(2)
  const { accepted } = await desk.control.record()
  expect(accepted.filter(({ collection_address }) => collection_address === address)).toEqual([])

  wallet.mood = 'signs'
  await submit.click()
  await refreshPage(page).expectState('Succeeded')
  expect(wallet.prompts).toHaveLength(3)
})

test('a signature that expires while a refresh runs is asked for once, and one click continues', async ({
  context,
  page,
}) => {
  const desk = await startDesk({ SANDBOX_CRAWL_TOKENS_PER_SECOND: '0', SANDBOX_QUEUE_DELAY_MS: '0' })
  try {
    await desk.control.standStillAfter(40)
    const wallet = await installWallet(context)
    await signInWith(page, desk.url)
    const address = await makeCollection(desk, wallet.account)
    const collection = collectionPage(page)
    const refresh = refreshPage(page)
    await collection.open(desk.url, address)
    await page.getByRole('checkbox', { name: 'Select the 60 assets on this page' }).click()
    await collection.openReview()
    await collection.review.getByRole('button', { name: 'Sign and submit 60 tokens' }).click()
    await refresh.expectState('Running')

    await desk.control.settings({ signature_max_age_seconds: 0 })
    const wanted = page.getByRole('region', { name: 'A signature is needed' })
    await expect(wanted).toContainText('Nothing is lost')
    await refresh.expectState('Waiting for a signature')
    expect(wallet.prompts).toHaveLength(2)

    await desk.control.settings({ signature_max_age_seconds: 300 })
    await desk.control.goOn()
    await wanted.getByRole('button', { name: 'Sign and continue' }).click()
    await refresh.expectState('Succeeded')
    await refresh.expectCounts({ succeeded: 60, failed: 0, pending: 0 })
    expect(wallet.prompts).toHaveLength(3)
    const { accepted } = await desk.control.record()
    expect(accepted.filter(({ collection_address }) => collection_address === address)).toHaveLength(1)
  } finally {
    await desk.remove()
  }
})

test('a member who does not own the collection is told who does, before any prompt', async ({
  context,
  page,
  desk,
  team,
}) => {
  const owner = privateKeyToAccount(generatePrivateKey())
  const wallet = await installWallet(context, await team.addMember('operator', 'Olga Operator'))
  const address = await makeCollection(desk, owner)
  const collection = collectionPage(page)
  await signInWith(page, desk.url)
  await collection.reviewFirst(desk.url, address)
  await expect(collection.review.getByRole('heading', { name: 'Waiting for the owner' })).toBeVisible()
  await expect(collection.review.getByTitle(owner.address.toLowerCase())).toBeVisible()
  await expect(collection.review.getByRole('button', { name: /sign/i })).toHaveCount(0)
  expect(wallet.prompts).toHaveLength(1)
})

test('an account switched in the wallet is noticed on every page, and cannot sign', async ({
  page,
  desk,
  team,
}) => {
  const { member, wallet, address, collection } = await ownCollectionByWallet({ page, desk, team })
  await collection.reviewFirst(desk.url, address)
  await expect(collection.numberToSign()).toHaveText(/^\d{10}$/)

  const other = privateKeyToAccount(generatePrivateKey())
  await wallet.switchTo(other, page)
  await expect(
    collection.review.getByRole('heading', { name: 'This wallet does not own the collection' }),
  ).toBeVisible()
  await expect(collection.review.getByTitle(other.address.toLowerCase())).toBeVisible()
  await expect(collection.review.getByRole('button', { name: /^sign/i })).toHaveCount(0)
  await collection.review.getByRole('button', { name: 'Back' }).click()
  const banner = page.getByRole('status').filter({ hasText: 'MetaMask uses another account.' })
  await expect(banner).toBeVisible()
  await page.goto(`${desk.url}/team`)
  await expect(banner).toBeVisible()

  await wallet.switchTo(member, page)
  await expect(banner).toHaveCount(0)
  expect(wallet.prompts).toHaveLength(1)
})
