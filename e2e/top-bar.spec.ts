import { expect } from '@playwright/test'
import type { PrivateKeyAccount } from 'viem/accounts'
import { makeCollection, submitByApi, untilSamplesSettled } from './fixtures/arrange.ts'
import { signInByApi } from './fixtures/sign-in.ts'
import { test } from './fixtures/test.ts'
import { refreshPage } from './pages/refresh-page.ts'

const widths = [360, 390, 640, 700, 768, 800, 900, 1024, 1280, 1440]
const ids = Array.from({ length: 10 }, (_, at) => String(at + 1))

test('the top bar fits every width while refreshes run, one waits, and the member’s name is long', async ({
  page,
  desk,
  team,
}) => {
  const owner = await team.addMember('operator', 'Maximiliane von und zu Hohenlohe-Waldenburg')
  const other = await team.addMember('operator', 'Bartholomäus von und zu Hohenlohe-Waldenburg')
  const signIn = (account: PrivateKeyAccount) => signInByApi(page.context().request, desk.url, account)
  const submit = async (account: PrivateKeyAccount, name: string) => {
    const collection = await makeCollection(desk, account, { name })
    return submitByApi(page, desk, account, { collection, ids, note: name })
  }
  await signIn(owner)
  await untilSamplesSettled(page.context().request, desk.url)
  await desk.control.standStillAfter(4)
  try {
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
    await desk.control.goOn()
  }
})
