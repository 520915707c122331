import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Database } from '../../db/connection/open-database.ts'
import { openTestDatabase } from '../../db/connection/test-database.ts'
import { recordSignatureUse } from '../../db/signatures/signatures.ts'
import { saveMember } from '../../db/team/members.ts'
import { Address } from '../../domain/networks/address-schema.ts'
import type { Role } from '../../domain/team/model.ts'
import { findUsableSignature } from '../../signatures/signatures.ts'
import type { ServiceContext } from '../context.ts'
import { createNetworks } from '../networks/networks.ts'
import { removeMember } from '../team/remove-member.ts'
import { testRules } from '../testing/test-desk.ts'
import { deleteSignature } from './delete-signature.ts'
import { giveSignature } from './give-signature.ts'
import { listSignatures } from './list-signatures.ts'

let database: Database
beforeAll(async () => {
  vi.stubEnv('APP_SECRET', 'a secret that only this test knows, really')
  database = await openTestDatabase()
})
afterAll(() => database.close())

const networks = createNetworks([
  { slug: 'imx', baseUrl: 'https://api.example', apiKey: null, requestsPerSecond: 5 },
])

async function newMember(role: Role, { owns = false } = {}) {
  const account = privateKeyToAccount(generatePrivateKey())
  const address = Address.parse(account.address)
  const member = await saveMember(database.prisma, { address, role, now: new Date() })
  const collection = Address.parse(privateKeyToAccount(generatePrivateKey()).address)
  const facts = { network: 'imx', name: 'Wardens', ownerAddress: address, quotaKey: '7', seenAt: new Date() }
  if (owns) await database.prisma.collection.create({ data: { ...facts, address: collection } })
  const ctx: ServiceContext = {
    member,
    caller: { kind: 'session', id: 'session' },
    requestId: 'request',
    rules: testRules,
    now: () => new Date(),
    db: database.prisma,
    networks,
  }
  const timestamp = String(Math.floor(Date.now() / 1000))
  const signature = await account.signMessage({ message: timestamp })
  return { ctx, given: { network: 'imx' as const, ownerAddress: address, timestamp, signature } }
}

test('default: a viewer who owns a collection gives a signature, and everybody sees who used it', async () => {
  const owner = await newMember('viewer', { owns: true })
  const operator = await newMember('operator')
  expect(await giveSignature(owner.ctx, owner.given)).toMatchObject({ state: 'unproven' })
  const signature = await findUsableSignature(owner.ctx, owner.given)
  const { id: collectionId } = await database.prisma.collection.findFirstOrThrow()
  const refresh = await database.prisma.refresh.create({ data: { number: 1, collectionId, tokenCount: 0 } })
  const use = {
    signatureId: signature?.id ?? '',
    refreshId: refresh.id,
    memberId: operator.ctx.member.id,
    now: owner.ctx.now(),
  }
  await recordSignatureUse(owner.ctx.db, use)
  await recordSignatureUse(owner.ctx.db, use)
  const { items } = await listSignatures(operator.ctx)
  const seen = items.find(({ id }) => id === signature?.id)
  expect(seen).toMatchObject({ isOwn: false, canDelete: false, endedAt: null })
  expect(seen?.uses).toMatchObject([
    { refreshId: refresh.id, refreshNumber: refresh.number, by: { address: operator.ctx.member.address } },
  ])
  expect(JSON.stringify(items)).not.toContain(owner.given.signature.slice(2, 40))
  expect(JSON.stringify(items)).not.toContain('sealed')
})

test('behavior: its owner deletes it, an admin may, and to others it is not there', async () => {
  const [owner, other, admin] = [
    await newMember('viewer', { owns: true }),
    await newMember('operator'),
    await newMember('admin'),
  ]
  for (const by of [owner, admin]) {
    await giveSignature(owner.ctx, owner.given)
    const id = (await findUsableSignature(owner.ctx, owner.given))?.id ?? ''
    await expect(deleteSignature(other.ctx, { id })).rejects.toMatchObject({ code: 'not_found' })
    await deleteSignature(by.ctx, { id })
    expect(await findUsableSignature(owner.ctx, owner.given)).toBeNull()
    await expect(deleteSignature(by.ctx, { id })).rejects.toMatchObject({ code: 'not_found' })
  }
})

test('behavior: a removed member takes the signature along', async () => {
  const [owner, admin] = [await newMember('operator', { owns: true }), await newMember('admin')]
  await giveSignature(owner.ctx, owner.given)
  await removeMember(admin.ctx, { id: owner.ctx.member.id })
  expect(await findUsableSignature(owner.ctx, owner.given)).toBeNull()
})

test('error: a network that is off, a wallet that owns nothing, and somebody else’s signature', async () => {
  const [owner, other] = [await newMember('viewer', { owns: true }), await newMember('admin')]
  const off = { ...owner.given, network: 'imx-sandbox' as const }
  await expect(giveSignature(owner.ctx, off)).rejects.toMatchObject({ code: 'not_found' })
  await expect(giveSignature(other.ctx, other.given)).rejects.toMatchObject({ meta: { reason: 'not_owner' } })
  await expect(giveSignature(other.ctx, owner.given)).rejects.toMatchObject({ meta: { reason: 'not_owner' } })
})
