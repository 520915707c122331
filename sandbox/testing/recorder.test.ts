import { request } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startRecorder } from './recorder.ts'
import { newWallet, sign, startTestWorld } from './world.ts'

let world: Awaited<ReturnType<typeof startTestWorld>>
let recorder: Awaited<ReturnType<typeof startRecorder>>
beforeEach(async () => {
  world = await startTestWorld({ hasDemo: false })
  recorder = await startRecorder(world.sandbox.url)
})
afterEach(async () => {
  await recorder?.stop()
  await world?.sandbox.stop()
})

/** Submits a token through the recorder, and tells what came of it and how many the sandbox took. */
async function submit() {
  const owner = newWallet()
  const { address } = await world.makeCollection(owner.address, 1)
  const answer = await fetch(`${recorder.url}/imx/v1/metadata-refreshes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(await sign(owner)) },
    body: JSON.stringify({ collection_address: address, token_ids: ['1'] }),
  }).then(
    async (response) => ({ status: response.status, body: await response.json() }),
    () => 'cut',
  )
  return { answer, taken: world.sandbox.sandbox.record().accepted.length }
}

test('default: everything passes, answers included, and is kept byte for byte', async () => {
  expect(await submit()).toEqual({
    answer: { status: 202, body: { refresh_id: expect.any(String) } },
    taken: 1,
  })
  recorder.take()
  const target = "/imx/v1/assets?name=a%2c+b&x={'}&&"
  const status = await new Promise((resolve) => {
    const headers = { 'X-Odd': 'a,  b', 'content-length': '3' }
    request(`${recorder.url}/imx`, { path: target, headers }, ({ statusCode }) => resolve(statusCode)).end(
      '{\r\n',
    )
  })
  expect(status).toBe(200)
  const [kept, ...more] = recorder.take()
  expect(more).toEqual([])
  expect(kept).toMatchObject({ method: 'GET', target, body: Buffer.from('{\r\n') })
  expect(kept?.headers).toContainEqual(['x-odd', 'a,  b'])
  expect(recorder.take()).toEqual([])
})

test('behavior: a rule answers instead, or changes what the sandbox answered', async () => {
  recorder.setRule(() => ({ status: 418, headers: {}, body: '{}' }))
  expect(await submit()).toEqual({ answer: { status: 418, body: {} }, taken: 0 })
  recorder.setRule(async (_, pass) => ({ ...(await pass()), body: '{"eta":"soon"}' }))
  expect(await submit()).toEqual({ answer: { status: 202, body: { eta: 'soon' } }, taken: 1 })
  recorder.setRule((_, pass) => pass('/imx/v1/nowhere'))
  expect(await submit()).toMatchObject({ answer: { status: 404 }, taken: 1 })
})

test('behavior: a rule cuts the connection before the sandbox took the request, or after', async () => {
  recorder.setRule(() => null)
  expect(await submit()).toEqual({ answer: 'cut', taken: 0 })
  recorder.setRule(async (_, pass) => {
    await pass()
    return null
  })
  expect(await submit()).toEqual({ answer: 'cut', taken: 1 })
})

test('behavior: a rule holds an answer back until it is released', async () => {
  const [isTaken, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  recorder.setRule(async (_, pass) => {
    const answer = await pass()
    isTaken.resolve()
    await release.promise
    return answer
  })
  const submitted = submit()
  await isTaken.promise
  expect(world.sandbox.sandbox.record().accepted).toHaveLength(1)
  release.resolve()
  expect(await submitted).toMatchObject({ answer: { status: 202 } })
})
