import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { findSessionById, startSession } from '../../auth/session.ts'
import type { Database } from '../../db/connection/open-database.ts'
import { openTestDatabase } from '../../db/connection/test-database.ts'
import { saveMember } from '../../db/team/members.ts'
import { Address } from '../../domain/networks/address-schema.ts'
import type { Role } from '../../domain/team/model.ts'
import type { ServiceContext } from '../context.ts'
import { createNetworks } from '../networks/networks.ts'
import { testRules } from '../testing/test-desk.ts'
import { addMember } from './add-member.ts'
import { changeMember } from './change-member.ts'
import { removeMember } from './remove-member.ts'
import { signOutEverywhere } from './sign-out.ts'

let database: Database
beforeAll(async () => {
  vi.stubEnv('NETWORKS', 'imx')
  database = await openTestDatabase()
})
afterAll(() => database.close())

const newAddress = () => Address.parse(privateKeyToAccount(generatePrivateKey()).address)

async function newContext(role: Role, { prisma } = database): Promise<ServiceContext> {
  const member = await saveMember(prisma, { address: newAddress(), role, now: new Date() })
  const { session } = await startSession(prisma, { member, userAgent: null, now: new Date() })
  const context = {
    member,
    caller: { kind: 'session' as const, id: session.id },
    requestId: 'test',
    rules: testRules,
    now: () => new Date(),
  }
  return { ...context, db: prisma, networks: createNetworks([]) }
}

const hasSession = async ({ db, caller }: ServiceContext) =>
  (await findSessionById(db, caller.id, new Date())) !== null

test('behavior: two admins who take the role from each other at once leave one', async () => {
  const fresh = await openTestDatabase()
  const [a, b] = [await newContext('admin', fresh), await newContext('admin', fresh)]
  const results = await Promise.allSettled([
    changeMember(a, { id: b.member.id, role: 'viewer' }),
    removeMember(b, { id: a.member.id }),
  ])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(results).toContainEqual(
    expect.objectContaining({ reason: expect.objectContaining({ meta: { reason: 'last_admin' } }) }),
  )
  expect(await fresh.prisma.member.count({ where: { role: 'admin', removedAt: null } })).toBe(1)
  await fresh.close()
})

test('error: an access token manages no members, not even an admin’s, or it would outlive its end', async () => {
  const [admin, other] = [await newContext('admin'), await newContext('viewer')]
  const byToken = { ...admin, caller: { kind: 'token', id: 'token', name: 'nightly' } as const }
  const refused = { code: 'forbidden', meta: { reason: 'needs_session' } }
  const { id } = other.member
  await expect(addMember(byToken, { address: newAddress(), role: 'admin' })).rejects.toMatchObject(refused)
  await expect(changeMember(byToken, { id, role: 'admin' })).rejects.toMatchObject(refused)
  await expect(removeMember(byToken, { id })).rejects.toMatchObject(refused)
  expect(await hasSession(other)).toBe(true)
})

test('behavior: a removed member loses every session and may be added again', async () => {
  const [admin, member] = [await newContext('admin'), await newContext('operator')]
  expect(await hasSession(member)).toBe(true)
  await removeMember(admin, { id: member.member.id })
  expect(await hasSession(member)).toBe(false)
  await expect(removeMember(admin, { id: member.member.id })).rejects.toMatchObject({ code: 'not_found' })
  const back = await addMember(admin, { address: member.member.address, role: 'viewer' })
  expect(back).toMatchObject({ id: member.member.id, role: 'viewer' })
  expect(await hasSession(member)).toBe(false)
})

test('behavior: signing out everywhere ends the other browsers too, and nobody else', async () => {
  const [one, other] = [await newContext('viewer'), await newContext('viewer')]
  const { session } = await startSession(one.db, { member: one.member, userAgent: null, now: new Date() })
  await signOutEverywhere(one)
  expect(await findSessionById(one.db, session.id, new Date())).toBeNull()
  expect(await hasSession(other)).toBe(true)
})

test('error: operators manage nobody; the same address is added once; public keys never', async () => {
  const [admin, operator] = [await newContext('admin'), await newContext('operator')]
  const input = { address: newAddress(), role: 'viewer' as const }
  await expect(addMember(operator, input)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(changeMember(operator, { id: admin.member.id, role: 'viewer' })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await addMember(admin, input)
  await expect(addMember(admin, input)).rejects.toMatchObject({ code: 'conflict' })
  const junk = Address.parse('0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266')
  await expect(addMember(admin, { address: junk, role: 'viewer' })).rejects.toMatchObject({
    meta: { reason: 'public_key' },
  })
})
