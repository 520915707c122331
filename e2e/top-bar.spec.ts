import { expect } from '@playwright/test'
import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { addMember } from './fixtures/add-member.ts'
import { makeCollection, submitByApi, untilSamplesSettled } from './fixtures/arrange.ts'
import { startDesk } from './fixtures/desk.ts'
import { test } from './fixtures/hydrated.ts'
import { signInByApi } from './fixtures/sign-in.ts'
import { refreshPage } from './pages/refresh-page.ts'

const widths = [360, 390, 640, 700, 768, 800, 900, 1024, 1280, 1440]
const newAccount = () => privateKeyToAccount(generatePrivateKey())
const ids = Array.from({ length: 10 }, (_, at) => String(at + 1))

test('the top bar fits every width while refreshes run, one waits, and the member’s name is long', async ({
  page,
}) => {
  // The header counts the whole desk, so this desk has nothing else on it.
  const desk = await startDesk({ SANDBOX_CRAWL_TOKENS_PER_SECOND: '0', SANDBOX_QUEUE_DELAY_MS: '0' })
  const { request } = page.context()
  const [admin, owner, other] = [newAccount(), newAccount(), newAccount()]
  const signIn = (account: PrivateKeyAccount) => signInByApi(request, desk.url, account)
  const submit = async (account: PrivateKeyAccount, name: string) => {
    const collection = await makeCollection(desk, account, { name })
    return submitByApi(page, desk, account, { collection, ids, note: name })
  }
  try {
    await signIn(admin)
    for (const [{ address }, first] of [
      [owner, 'Maximiliane'],
      [other, 'Bartholomäus'],
    ] as const) {
      const name = `${first} von und zu Hohenlohe-Waldenburg`
      await addMember(request, desk.url, { address, name, role: 'operator' })
    }
    await signIn(owner)
    await untilSamplesSettled(request, desk.url)
    await desk.control.standStillAfter(4)
    const { id } = await submit(owner, 'Waits')
    await page.goto(`${desk.url}/refreshes/${id}`)
    await expect(refreshPage(page).progress.getByText('4succeeded')).toBeVisible()
    await desk.control.settings({ signature_max_age_seconds: 0 })
    await refreshPage(page).expectState('Waiting for a signature')
    await desk.control.settings({ signature_max_age_seconds: 300 })
    await signIn(other)
    for (const name of ['One runs', 'Two run', 'Three run']) await submit(other, name)

    for (const [account, needs] of [
      [other, '1 waiting for a signature'],
      [owner, '1 needs you'],
    ] as const) {
      await signIn(account)
      await page.goto(`${desk.url}/refreshes`)
      const bar = page.getByRole('banner')
      await expect(bar.getByRole('link', { name: /3 running/ })).toBeVisible()
      await expect(bar.getByRole('link', { name: needs })).toBeVisible()
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 })
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect.soft(sideways, `sideways scroll at ${width}, ${needs}`).toBeLessThanOrEqual(0)
      }
      await page.setViewportSize({ width: 1280, height: 720 })
    }
  } finally {
    await desk.remove()
  }
})
