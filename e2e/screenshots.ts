import { existsSync, mkdirSync } from 'node:fs'
import { chromium, type Page } from '@playwright/test'
import { privateKeyToAccount } from 'viem/accounts'
import { startDesk } from './fixtures/desk.ts'
import { signInByApi } from './fixtures/sign-in.ts'

// The published key of account 0 of the development mnemonic: the owner of the demo collections.
const DEMO_KEY = '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80'
const folder = new URL('../docs/screenshots/', import.meta.url).pathname

/** `npm run screenshots`: the pictures of the README, taken of the product as it is built now. */
const desk = await startDesk()
const executablePath = existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  mkdirSync(folder, { recursive: true })
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  await signInByApi(context.request, desk.url, privateKeyToAccount(DEMO_KEY))
  const read = async (path: string) => (await context.request.get(desk.url + path)).json()
  const page = await context.newPage()
  const { items: collections } = await read('/api/collections?owner=me')
  const wardens = collections.find(({ name }: { name: string }) => name === 'Ashfall Wardens')
  await collection(page, `${desk.url}/imx-local/${wardens.address}`)
  const { items: refreshes } = await read('/api/refreshes')
  const relics = refreshes.find(
    ({ collection: { name } }: { collection: { name: string } }) => name === 'Kestrel Relics',
  )
  await refresh(page, `${desk.url}/refreshes/${relics.id}`)
} finally {
  await browser.close()
  await desk.remove()
}

async function collection(page: Page, url: string) {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(`${url}?direction=asc`)
  const boxes = page.getByRole('checkbox', { name: /^Select / })
  await boxes.nth(3).click()
  await boxes.nth(8).click({ modifiers: ['Shift'] })
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: `${folder}collection-light.png` })
}

async function refresh(page: Page, url: string) {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(url)
  await page.getByText('Partly failed').first().waitFor()
  await page.getByRole('button', { name: /404 Not Found/ }).click()
  await page.getByText('Requested URL').waitFor()
  await page.screenshot({ path: `${folder}refresh-dark.png`, fullPage: true })
}
