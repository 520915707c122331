import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openScriptedNetwork } from '../../../sandbox/testing/scripted-network.ts'
import { sign } from '../../../sandbox/testing/world.ts'
import { issueToken } from '../../auth/access-tokens.ts'
import { clearCallerCache } from '../../auth/caller-cache.ts'
import { setDatabase } from '../../db/connection/open-database.ts'
import { openTestDatabase } from '../../db/connection/test-database.ts'
import { deleteToken } from '../../db/team/access-tokens.ts'
import { removeMember } from '../../services/team/remove-member.ts'
import { newAccount, newAddress, openTestDesk } from '../../services/testing/test-desk.ts'
import { answerBeforeNext } from '../before-next.ts'

const HOUR_MS = 3_600_000

async function setUp() {
  const owner = newAccount()
  const collection = newAddress()
  const network = await openScriptedNetwork({ owner: owner.address, collection })
  const database = await openTestDatabase()
  vi.stubEnv('APP_SECRET', 'a secret of at least 32 characters.')
  vi.stubEnv('NETWORKS', 'imx')
  vi.stubEnv('IMX_BASE_URL', network.url)
  setDatabase(database)
  const desk = openTestDesk({ database, baseUrl: network.url, collection, owner })
  const operator = await desk.join('operator')
  const issue = (livesMs = HOUR_MS) => {
    const now = new Date()
    const expiresAt = new Date(now.getTime() + livesMs)
    return issueToken(database.prisma, { memberId: operator.member.id, name: 'nightly', now, expiresAt })
  }
  const server = createServer((request, response) => void answerBeforeNext(request, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/imx/v1/metadata-refreshes`
  const submission = JSON.stringify({ collection_address: collection, token_ids: ['1'] })
  const signature = await sign(owner)
  const ask = async (authorization: string | null, method = 'GET', body: BodyInit = submission) => {
    const answer = await fetch(url, {
      method,
      headers: { ...signature, ...(authorization && { authorization }) },
      ...(method === 'POST' && { body, duplex: 'half' }),
    })
    return { status: answer.status, body: (await answer.json()) as { code?: string } }
  }
  const asked = () => network.listings + network.submissions
  return { desk, operator, database, issue, ask, asked, network, server }
}

// The settings and networks of a process are read once.
let world: Awaited<ReturnType<typeof setUp>>
beforeAll(async () => {
  world = await setUp()
})
afterAll(async () => {
  world?.server.close()
  await world?.network.close()
  await world?.database.close()
})

test('behavior: what the network says comes down, and that it says nothing has their words too', async () => {
  const { issue, ask, network } = world
  const { secret } = await issue()
  network.script.push({ status: 418, body: { odd: true } }, 'accept_and_drop')
  expect(await ask(`Bearer ${secret}`, 'POST')).toEqual({ status: 418, body: { odd: true } })
  const lost = await ask(`Bearer ${secret}`, 'POST')
  expect(lost).toMatchObject({ status: 502, body: { code: 'bad_gateway' } })
})

test('error: a body that the network would not take is told so, whatever its header says', async () => {
  const { issue, ask, asked } = world
  const { secret } = await issue()
  const before = asked()
  const large = 'a'.repeat(1_100_000)
  const chunks = () => new Blob([large]).stream()
  for (const body of [large, chunks()]) {
    expect(await ask(`Bearer ${secret}`, 'POST', body)).toEqual({
      status: 413,
      body: { code: 'payload_too_large', message: 'The request body is larger than 1024 KiB.' },
    })
  }
  expect(asked()).toBe(before)
})

test('error: a token that is missing, wrong, expired, revoked, demoted or of a former member reaches no network', async () => {
  const { desk, operator, database, issue, ask, asked } = world
  const { secret, token } = await issue()
  const expired = await issue(-1)
  expect((await ask(`Bearer ${secret}`)).status).toBe(200)
  const before = asked()
  const unauthorized = { status: 401, body: { code: 'unauthorized', message: expect.any(String) } }
  const words = expect.stringContaining('Authorization: Bearer rd_')
  expect(await ask('Basic YTpi')).toEqual({ status: 401, body: { code: 'unauthorized', message: words } })
  for (const authorization of [
    null,
    '',
    secret,
    `Basic ${secret}`,
    `Bearer ${secret}x`,
    `Bearer rd_${'a'.repeat(43)}`,
    `Bearer ${expired.secret}`,
  ]) {
    expect(await ask(authorization), String(authorization)).toEqual(unauthorized)
  }
  await database.prisma.member.update({ where: { id: operator.member.id }, data: { role: 'viewer' } })
  clearCallerCache()
  expect(await ask(`Bearer ${secret}`, 'POST')).toMatchObject({ status: 403, body: { code: 'forbidden' } })
  const second = await issue()
  await deleteToken(database.prisma, token.id, null)
  clearCallerCache()
  expect(await ask(`Bearer ${secret}`)).toEqual(unauthorized)
  await removeMember(await desk.join('admin'), { id: operator.member.id })
  expect(await ask(`Bearer ${second.secret}`)).toEqual(unauthorized)
  expect(asked()).toBe(before)
})
