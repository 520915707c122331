import { expect, test } from 'vitest'
import { ids } from '../testing/test-engine.ts'
import { setUpScript, text } from './test-script.ts'

const MINUTE_MS = 60_000

test('behavior: an acceptance under the id of another batch comes down word for word, and is looked for', async () => {
  const { network, desk, create, readRefresh } = await setUpScript()
  await create(ids(4))
  const [first] = (await readRefresh(1)).batches
  const body = { refresh_id: first?.reference }
  network.script.push({ status: 202, body })
  const second = await create(ids(3, 50))
  expect(second).toMatchObject({ answer: { status: 202 }, refreshNumber: 2 })
  expect(JSON.parse(text(second))).toEqual(body)
  expect(await readRefresh(2)).toMatchObject({ batches: [{ state: 'lost', reference: null }] })
  for (let minute = 0; minute < 17; minute++) await desk.advance(MINUTE_MS)
  expect(await readRefresh(2)).toMatchObject({ state: 'failed', batches: [{ state: 'rejected' }] })
  expect(await readRefresh(1)).toMatchObject({ state: 'succeeded' })
})
