import { expect, type Page } from '@playwright/test'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { makeToken } from '../fixtures/access-token.ts'
import { expectWellMade, listenToConsole } from '../fixtures/look.ts'
import { signInByApi } from '../fixtures/sign-in.ts'
import { test } from '../fixtures/test.ts'
import { choose } from '../pages/choose.ts'

const LONG_NAME = `nightly-refresh-of-${'the-whole-collection-'.repeat(2)}`.slice(0, 60)

const tokenList = (page: Page) => page.getByRole('list', { name: 'Access tokens' })
const tokenRow = (page: Page, name: string) => tokenList(page).getByRole('listitem').filter({ hasText: name })

/** What a script does: no browser, no cookie, and a connection each time, because a kept one may end as it is used again. */
const ask = (url: string, secret: string, init: RequestInit = {}) =>
  fetch(url, {
    ...init,
    headers: {
      authorization: `Bearer ${secret}`,
      'content-type': 'application/json',
      connection: 'close',
    },
  })

test('a token is shown once, works for a script as its member, and is refused once an admin revokes it', async ({
  context,
  page,
  desk,
  team,
  admin,
  browser,
}) => {
  const complaints = listenToConsole(page)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const member = await team.addMember('operator', 'Nora Nightly')
  await signInByApi(context.request, desk.url, member)
  await page.goto(`${desk.url}/settings`)
  await expect(page.getByText('No access tokens yet.')).toBeVisible()
  await page.getByRole('button', { name: 'New token' }).click()
  await expect(page.getByRole('button', { name: 'Create token' })).toBeDisabled()
  await page.getByRole('dialog').getByLabel('Name').fill('Nightly')
  await choose(page.getByLabel('Expires after'), '30 days')
  await page.getByRole('button', { name: 'Create token' }).click()

  const dialog = page.getByRole('dialog', { name: 'Your new access token' })
  const secret = await dialog.getByLabel('Access token').inputValue()
  expect(secret).toMatch(/^rd_[\w-]{43}$/)
  await expect(dialog).toContainText(`basePath: '${desk.url}/api/imx'`)
  await page.keyboard.press('Escape')
  await page.mouse.click(5, 5)
  await expect(dialog).toBeVisible()
  // It says so for two seconds only, so somebody looks at every frame.
  const copied = page.waitForFunction(() =>
    [...document.querySelectorAll('button')].some(({ textContent }) => textContent === 'Copied'),
  )
  await Promise.all([copied, dialog.getByRole('button', { name: 'Copy', exact: true }).click()])
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret)
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(tokenRow(page, 'Nightly')).toContainText('Never used')
  await page.getByRole('button', { name: 'New token' }).click()
  await expect(page.getByRole('dialog').getByLabel('Name')).toHaveValue('')
  await page.keyboard.press('Escape')

  const refreshes = `${desk.url}/api/refreshes`
  expect((await ask(refreshes, secret)).status).toBe(200)
  const forbidden = await ask(`${desk.url}/api/access-tokens`, secret)
  expect(await forbidden.json()).toMatchObject({ status: 403, reason: 'needs_session' })
  await page.reload()
  await expect(tokenRow(page, 'Nightly')).toContainText('Last used')
  expect(await page.content()).not.toContain(secret)

  const admins = await browser.newContext()
  await signInByApi(admins.request, desk.url, admin)
  const { items } = await (await admins.request.get(`${desk.url}/api/members`)).json()
  const { id } = items.find(({ name }: { name: string }) => name === 'Nora Nightly')
  const post = { method: 'POST', body: '{}' }
  expect((await ask(refreshes, secret, post)).status).toBe(400)
  await admins.request.patch(`${desk.url}/api/members/${id}`, {
    headers: { origin: desk.url },
    data: { role: 'viewer' },
  })
  expect(await (await ask(refreshes, secret, post)).json()).toMatchObject({ status: 403, reason: 'role' })
  expect((await ask(refreshes, secret)).status).toBe(200)

  const seen = await admins.newPage()
  await seen.goto(`${desk.url}/settings`)
  await expect(tokenRow(seen, 'Nightly')).toContainText('Nora Nightly')
  await seen.getByRole('button', { name: 'Revoke Nightly' }).click()
  await expect(seen.getByRole('dialog')).toContainText(
    'Scripts that use “Nightly” of Nora Nightly are refused',
  )
  await seen.getByRole('button', { name: 'Revoke token' }).click()
  await expect(tokenRow(seen, 'Nightly')).toHaveCount(0)
  const refused = await ask(refreshes, secret)
  expect(await refused.json()).toMatchObject({ status: 401, reason: 'token' })
  await admins.close()
  expect(desk.output()).not.toContain(secret)
  expect.soft(complaints, 'console').toEqual([])
})

test("an admin's token manages no members, as its dialog says", async ({
  context,
  page,
  request,
  desk,
  team,
}) => {
  await signInByApi(context.request, desk.url, await team.addMember('admin', 'Ada Admin'))
  await page.goto(`${desk.url}/settings`)
  await page.getByRole('button', { name: 'New token' }).click()
  await expect(page.getByRole('dialog')).toContainText(
    'Managing members, tokens and sessions needs a signed-in browser',
  )
  const { authorization } = await makeToken(context.request, desk.url)
  const answer = await request.post(`${desk.url}/api/members`, {
    headers: { authorization },
    data: { address: privateKeyToAccount(generatePrivateKey()).address, role: 'viewer' },
  })
  expect(answer.status()).toBe(403)
})

for (const theme of ['light', 'dark'] as const) {
  test(`a token is made and revoked with the keyboard alone, in ${theme} at 360 px, under a long name`, async ({
    context,
    page,
    desk,
    team,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await context.addCookies([{ name: 'theme', value: theme, url: desk.url }])
    await signInByApi(context.request, desk.url, await team.addMember('operator', `Keys ${theme}`))
    await page.goto(`${desk.url}/settings`)
    await expect(page.getByText('No access tokens yet.')).toBeVisible()
    await page.getByRole('button', { name: 'New token' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog').getByLabel('Name')).toBeFocused()
    await page.keyboard.type(LONG_NAME)
    await expectWellMade(page, 'the form of a token')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog').getByLabel('Access token')).toBeFocused()
    await expectWellMade(page, 'the secret of a token')
    await page.getByRole('button', { name: 'Done' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'New token' })).toBeFocused()
    await expect(tokenRow(page, LONG_NAME)).toBeVisible()
    await expectWellMade(page, 'settings with a token')
    await page.getByRole('button', { name: `Revoke ${LONG_NAME}` }).press('Enter')
    await expectWellMade(page, 'the end of a token')
    await page.getByRole('button', { name: 'Revoke token' }).press('Enter')
    await expect(page.getByText('No access tokens yet.')).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })
}
