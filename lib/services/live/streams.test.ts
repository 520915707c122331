import { afterAll, beforeAll, expect, test } from 'vitest'
import { findTokenCaller } from '../../auth/access-tokens.ts'
import { startSession } from '../../auth/session.ts'
import type { Database } from '../../db/connection/open-database.ts'
import { openTestDatabase } from '../../db/connection/test-database.ts'
import { saveMember, updateMember } from '../../db/team/members.ts'
import type { ServiceContext } from '../context.ts'
import { createNetworks } from '../networks/networks.ts'
import { createAccessToken } from '../team/create-access-token.ts'
import { revokeAccessToken } from '../team/revoke-access-token.ts'
import { signOut } from '../team/sign-out.ts'
import { newAddress, testRules } from '../testing/test-desk.ts'
import { mayStillWatch } from './streams.ts'

const DAY_MS = 24 * 3_600_000
const start = new Date('2026-11-22T12:00:00.000Z')

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

/** One member, watching in a browser and by two scripts. */
async function watch() {
  const db = database.prisma
  const member = await saveMember(db, { address: newAddress(), role: 'operator', now: start })
  const { session } = await startSession(db, { member, userAgent: null, now: start })
  const desk = { db, networks: createNetworks([]), rules: testRules, now: () => start }
  const browser: ServiceContext = {
    ...desk,
    member,
    caller: { kind: 'session', id: session.id },
    requestId: 'test',
  }
  const script = async () => {
    const { secret, token } = await createAccessToken(browser, { name: 'watcher', expiresInDays: 1 })
    const ctx: ServiceContext = { ...browser, caller: { kind: 'token', id: token.id, name: token.name } }
    return { ctx, id: token.id, secret }
  }
  return { browser, one: await script(), other: await script() }
}

test('behavior: a stream ends with the token behind it, and with no other token or session', async () => {
  const { browser, one, other } = await watch()
  expect(await mayStillWatch(one.ctx)).toBe(true)
  await revokeAccessToken(browser, { id: one.id })
  expect(await mayStillWatch(one.ctx)).toBe(false)
  expect(await mayStillWatch(other.ctx)).toBe(true)
  await signOut(browser)
  expect(await mayStillWatch(browser)).toBe(false)
  expect(await mayStillWatch(other.ctx)).toBe(true)
  const expired = new Date(start.getTime() + DAY_MS)
  expect(await mayStillWatch({ ...other.ctx, now: () => expired })).toBe(false)
})

test('error: a former member’s token watches and opens nothing, even where it was left behind', async () => {
  const { browser, one } = await watch()
  await updateMember(database.prisma, browser.member.id, { removedAt: start })
  expect(await mayStillWatch(one.ctx)).toBe(false)
  expect(await findTokenCaller(database.prisma, `Bearer ${one.secret}`, start)).toBeNull()
})
