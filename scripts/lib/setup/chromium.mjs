import { existsSync } from 'node:fs'
import { run } from '../run.mjs'
import { say } from '../say.mjs'

/** Debian's Chromium, which `playwright.config.ts` prefers to a download of Playwright's own. */
const CHROMIUM = '/usr/bin/chromium'

/** Installs Debian's Chromium when it can; otherwise says what to install. */
export async function ensureChromium() {
  if (existsSync(CHROMIUM)) return true
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (isDebianRoot && (await installPackage())) return true
  if (await hasOwnBrowser()) return true
  say(
    'The end-to-end tests need a browser: apt-get install chromium (Debian), or npx playwright install chromium.',
  )
  return false
}

async function installPackage() {
  say('Installing Chromium (apt-get) …')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-q'], { env })
  const { code, output } = await run(
    'apt-get',
    ['install', '-q', '-y', '--no-install-recommends', 'chromium'],
    { env },
  )
  if (code !== 0) say(output)
  return code === 0 && existsSync(CHROMIUM)
}

async function hasOwnBrowser() {
  const { chromium } = await import('@playwright/test')
  return existsSync(chromium.executablePath())
}
