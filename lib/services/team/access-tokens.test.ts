import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { findTokenCaller, findTokenCallerById } from '../../auth/access-tokens.ts'
import { startSession } from '../../auth/session.ts'
import type { Database } from '../../db/connection/open-database.ts'
import { openTestDatabase } from '../../db/connection/test-database.ts'
import { saveMember } from '../../db/team/members.ts'
import type { Role } from '../../domain/team/model.ts'
import type { ServiceContext } from '../context.ts'
import { createNetworks } from '../networks/networks.ts'
import { newAddress, testRules } from '../testing/test-desk.ts'
import { addMember } from './add-member.ts'
import { changeMember } from './change-member.ts'
import { createAccessToken } from './create-access-token.ts'
import { listAccessTokens } from './list-access-tokens.ts'
import { removeMember } from './remove-member.ts'
import { revokeAccessToken } from './revoke-access-token.ts'
import { signOut, signOutEverywhere } from './sign-out.ts'

const DAY_MS = 24 * 3_600_000
const START = Date.parse('2026-11-22T12:00:00.000Z')
/** Each test moves it; a shown token is remembered for a second of it. */
const clock = { ms: START }
const now = () => new Date(clock.ms)

let database: Database
beforeAll(async () => {
  vi.stubEnv('NETWORKS', 'imx')
  database = await openTestDatabase()
})
afterAll(() => database.close())

async function join(role: Role): Promise<ServiceContext> {
  const member = await saveMember(database.prisma, { address: newAddress(), role, now: now() })
  const { session } = await startSession(database.prisma, { member, userAgent: null, now: now() })
  const context = { member, requestId: 'test', rules: testRules, now, db: database.prisma }
  return { ...context, caller: { kind: 'session', id: session.id }, networks: createNetworks([]) }
}

const create = (ctx: ServiceContext, { name = 'nightly', days = 30 } = {}) =>
  createAccessToken(ctx, { name, expiresInDays: days })

const show = (secret: string) => findTokenCaller(database.prisma, `Bearer ${secret}`, now())

async function lastUse(id: string) {
  const { lastUsedAt } = await database.prisma.accessToken.findUniqueOrThrow({ where: { id } })
  return lastUsedAt?.getTime() ?? null
}

test('default: a token acts as its member, and the database knows only its hash', async () => {
  const ctx = await join('operator')
  const { secret, token } = await create(ctx)
  expect(secret).toMatch(/^rd_[\w-]{43}$/)
  expect(token).toMatchObject({ name: 'nightly', isOwn: true, lastUsedAt: null })
  expect(Date.parse(token.expiresAt) - clock.ms).toBe(30 * DAY_MS)
  expect(await show(secret)).toMatchObject({
    tokenId: token.id,
    tokenName: 'nightly',
    member: { id: ctx.member.id, role: 'operator' },
  })
  const rows = JSON.stringify(await database.prisma.accessToken.findMany())
  expect(rows).not.toContain(secret.slice(3))
  expect(JSON.stringify(await listAccessTokens(ctx))).not.toContain(secret.slice(3))
})

test('error: what is no token of this desk opens nothing', async () => {
  const { secret } = await create(await join('admin'))
  const { hash } = await database.prisma.accessToken.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
  const changed = `${secret.slice(0, -2)}${secret.endsWith('A') ? 'BB' : 'AA'}`
  for (const header of [
    '',
    'Bearer',
    secret,
    `Basic ${secret}`,
    `Bearer ${changed}`,
    `Bearer ${secret}x`,
    `Bearer ${hash}`,
    `Bearer rd_${hash}`,
    `Bearer ${secret}, Bearer ${secret}`,
  ]) {
    expect(await findTokenCaller(database.prisma, header, now()), header).toBeNull()
  }
  expect(await findTokenCaller(database.prisma, `bearer  ${secret} `, now())).not.toBeNull()
})

test('behavior: a token ends at its time to the millisecond, even while it is remembered', async () => {
  const { secret, token } = await create(await join('operator'), { days: 1 })
  const begun = clock.ms
  clock.ms = begun + DAY_MS - 1
  expect(await show(secret)).not.toBeNull()
  clock.ms = begun + DAY_MS
  expect(await show(secret)).toBeNull()
  expect(await findTokenCallerById(database.prisma, token.id, now())).toBeNull()
})

test('behavior: a revoked token is refused at once, and a stream behind it ends', async () => {
  const ctx = await join('operator')
  const [kept, gone] = [await create(ctx), await create(ctx)]
  expect(await show(gone.secret)).not.toBeNull()
  await revokeAccessToken(ctx, { id: gone.token.id })
  expect(await show(gone.secret)).toBeNull()
  expect(await findTokenCallerById(database.prisma, gone.token.id, now())).toBeNull()
  expect(await show(kept.secret)).not.toBeNull()
})

test('behavior: whoever is demoted acts with the role of now at once, also by a token of before', async () => {
  const [admin, member] = [await join('admin'), await join('admin')]
  const { secret } = await create(member)
  expect(await show(secret)).toMatchObject({ member: { role: 'admin' } })
  await changeMember(admin, { id: member.member.id, role: 'viewer' })
  expect(await show(secret)).toMatchObject({ member: { role: 'viewer' } })
})

test('behavior: a removed member loses every token for good, also when added again', async () => {
  const [admin, member] = [await join('admin'), await join('operator')]
  const { secret } = await create(member)
  expect(await show(secret)).not.toBeNull()
  await removeMember(admin, { id: member.member.id })
  expect(await show(secret)).toBeNull()
  // A browser that was let in a moment before the removal must not leave a token behind.
  await expect(create(member)).rejects.toMatchObject({ code: 'unauthenticated' })
  await addMember(admin, { address: member.member.address, role: 'operator' })
  clock.ms += 2_000
  expect(await show(secret)).toBeNull()
  expect(await database.prisma.accessToken.count({ where: { memberId: member.member.id } })).toBe(0)
})

test('behavior: the last use is written at most once a minute', async () => {
  const { secret, token } = await create(await join('operator'))
  const first = clock.ms
  await show(secret)
  expect(await lastUse(token.id)).toBe(first)
  for (const seconds of [2, 30, 59]) {
    clock.ms = first + seconds * 1_000
    await show(secret)
    expect(await lastUse(token.id)).toBe(first)
  }
  clock.ms = first + 60_000
  await show(secret)
  expect(await lastUse(token.id)).toBe(first + 60_000)
})

test('behavior: the database is asked at most once a second for a busy script', async () => {
  const { secret } = await create(await join('operator'))
  await show(secret)
  const asked = vi.spyOn(database.prisma.accessToken, 'findFirst')
  for (let at = 0; at < 10; at++) {
    clock.ms += 99
    await show(secret)
  }
  expect(asked).not.toHaveBeenCalled()
  clock.ms += 10
  await Promise.all([show(secret), show(secret), show(secret)])
  expect(asked).toHaveBeenCalledTimes(1)
  asked.mockRestore()
})

test('error: nobody has more than twenty living tokens, even when two are asked for at once', async () => {
  const ctx = await join('viewer')
  for (let at = 0; at < 19; at++) await create(ctx, { days: 1 })
  const last = await Promise.allSettled([create(ctx), create(ctx)])
  expect(last.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(create(ctx)).rejects.toMatchObject({ code: 'conflict', meta: { reason: 'too_many_tokens' } })
  await expect(create(await join('viewer'))).resolves.toBeDefined()
  clock.ms += DAY_MS
  await expect(create(ctx)).resolves.toBeDefined()
})

test('behavior: members see and revoke their own tokens, admins everybody’s', async () => {
  const [admin, one, other] = [await join('admin'), await join('operator'), await join('operator')]
  const { token } = await create(one, { name: 'of one' })
  const own = await create(other, { name: 'of the other' })
  expect((await listAccessTokens(other)).items).toEqual([own.token])
  const seen = (await listAccessTokens(admin)).items
  expect(seen).toContainEqual({ ...token, isOwn: false })
  expect(seen).toContainEqual({ ...own.token, isOwn: false })
  await expect(revokeAccessToken(other, { id: token.id })).rejects.toMatchObject({ code: 'not_found' })
  expect((await listAccessTokens(one)).items).toHaveLength(1)
  await revokeAccessToken(admin, { id: token.id })
  expect((await listAccessTokens(one)).items).toEqual([])
})

test('error: with a token nobody lists, makes or revokes tokens, or ends sessions', async () => {
  const ctx = await join('admin')
  const { token } = await create(ctx)
  const script: ServiceContext = { ...ctx, caller: { kind: 'token', id: token.id, name: token.name } }
  for (const act of [
    () => listAccessTokens(script),
    () => create(script),
    () => revokeAccessToken(script, { id: token.id }),
    () => signOut(script),
    () => signOutEverywhere(script),
  ]) {
    await expect(act()).rejects.toMatchObject({ code: 'forbidden', meta: { reason: 'needs_session' } })
  }
  expect((await listAccessTokens(ctx)).items).toContainEqual(token)
  expect(await database.prisma.session.count({ where: { memberId: ctx.member.id } })).toBe(1)
})
