import { expect, test } from '@playwright/test'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { startSandbox } from '../../sandbox/start-sandbox.ts'
import { makeCollection } from '../fixtures/arrange.ts'
import { Control } from '../fixtures/control.ts'
import { sendRaw } from '../fixtures/script/raw.ts'
import { submitAsScript } from '../fixtures/script/script.ts'
import { startScriptDesk } from '../fixtures/script/script-desk.ts'

type Record = { accepted: unknown[]; requests: { collection?: number } }

test('a script that hangs up before its turn comes has submitted nothing, and may ask again', async ({
  playwright,
}) => {
  const owner = privateKeyToAccount(generatePrivateKey())
  const immutable = await startSandbox({ settings: { crawl_tokens_per_second: 0, queue_delay_ms: 0 } })
  const request = await playwright.request.newContext()
  const slow = { IMX_REQUESTS_PER_SECOND: '0.15' }
  const { desk, base, authorization } = await startScriptDesk(request, immutable.imxUrl, slow)
  try {
    const control = new Control(immutable.url, immutable.controlToken)
    const collection = await makeCollection({ control }, owner)
    const record = () => control.send<Record>('GET', '/record')
    const hangUp = new AbortController()
    const submission = { owner, collection, ids: ['1', '2'], authorization }

    const left = submitAsScript(base, submission, hangUp.signal)
    // It has asked for the collection first; its own turn comes seven seconds later.
    await expect.poll(async () => (await record()).requests.collection ?? 0).toBe(1)
    hangUp.abort()
    await expect(left).rejects.toThrow()
    expect((await submitAsScript(base, submission)).status).toBe(202)
    const target = `/v1/assets?collection=${collection}`
    expect((await sendRaw(base, { target, headers: { authorization } })).status).toBe(200)
    expect((await record()).accepted).toHaveLength(1)
    const history = await fetch(`${desk.url}/api/refreshes`, { headers: { authorization } })
    expect((await history.json()).items).toHaveLength(1)
  } finally {
    await request.dispose()
    await desk.remove()
    await immutable.stop()
  }
})
