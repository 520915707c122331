import { type APIRequestContext, chromium } from '@playwright/test'
import type { Row } from '../row.ts'
import { chromiumOptions } from './chromium-options.ts'

type StorageState = Awaited<ReturnType<APIRequestContext['storageState']>>

const AIM_KB = 180

/** Bytes of JavaScript, as sent over the wire, that Chromium loads for the first view of a page with an empty cache. */
async function scriptBytes(url: string, storageState: StorageState) {
  const browser = await chromium.launch(chromiumOptions())
  try {
    const context = await browser.newContext({ storageState })
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    const scripts = new Set<string>()
    let bytes = 0
    session.on(
      'Network.responseReceived',
      ({ requestId, type }) => type === 'Script' && scripts.add(requestId),
    )
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) bytes += encodedDataLength
    })
    await page.goto(url)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('load')
    return bytes
  } finally {
    await browser.close()
  }
}

export async function pageScript(
  url: string,
  storageState: StorageState,
  paths: Record<string, string>,
): Promise<Row[]> {
  const rows: Row[] = []
  for (const [label, path] of Object.entries(paths)) {
    const signedOut = { cookies: [], origins: [] }
    const bytes = await scriptBytes(url + path, path === '/sign-in' ? signedOut : storageState)
    rows.push([
      `JavaScript on first view, ${label}`,
      `${(bytes / 1000).toFixed(0)} kB`,
      `${AIM_KB} kB`,
      'gzipped, as loaded by Chromium',
    ])
  }
  return rows
}
