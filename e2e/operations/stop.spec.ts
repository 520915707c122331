import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from '@playwright/test'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { startDesk } from '../fixtures/desk.ts'
import { headerOf, sendRaw } from '../fixtures/script/raw.ts'
import { signInByApi } from '../fixtures/sign-in.ts'

/** A request of which half has come, so that it lasts until the test ends it. */
async function beginRequest(url: string) {
  const body = JSON.stringify({ address: 'nobody', chainId: 1 })
  const socket = connect(Number(new URL(url).port), 'localhost')
  await once(socket, 'connect')
  const answer = text(socket)
  const head = ['POST /api/session/challenge HTTP/1.1', 'host: desk', 'content-type: application/json']
  socket.write(`${[...head, `content-length: ${body.length}`].join('\r\n')}\r\n\r\n${body.slice(0, 5)}`)
  return { answer, finish: () => socket.write(body.slice(5)) }
}

test('a desk that is told to stop says so, serves on for a while, and answers all that has begun', async ({
  playwright,
}) => {
  const desk = await startDesk({ SHUTDOWN_DELAY_SECONDS: '2' })
  try {
    const request = await playwright.request.newContext()
    await signInByApi(request, desk.url, privateKeyToAccount(generatePrivateKey()))
    const cookie = (await request.storageState()).cookies
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ')
    const stream = await fetch(`${desk.url}/api/refreshes/stream`, { headers: { cookie } })
    expect(stream.headers.get('content-encoding')).toBe('identity')
    const events = stream.text()
    const begun = await beginRequest(desk.url)
    const isUp = () =>
      sendRaw(desk.url, { target: '/readyz' }).then(
        ({ status, body }) => [status, JSON.parse(body.toString()).serving],
        () => 'refused',
      )
    expect(await isUp()).toEqual([200, true])

    const ended = desk.end()
    await expect.poll(isUp).toEqual([503, false])
    const page = await sendRaw(desk.url, { target: '/sign-in', headers: { connection: 'keep-alive' } })
    expect(page.status).toBe(200)
    expect(headerOf(page, 'connection')).toBe('close')

    await expect.poll(isUp, { intervals: [20] }).toBe('refused')
    expect(await events).toMatch(/event: changed\n.*event: bye\n/s)
    begun.finish()
    expect(await begun.answer).toMatch(/^HTTP\/1\.1 400 .*"code":"invalid_request"/s)
    await ended
    await request.dispose()
  } finally {
    await desk.remove()
  }
})
