import { parseSignature, serializeCompactSignature, signatureToCompactSignature } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Database } from '../db/connection/open-database.ts'
import { openTestDatabase } from '../db/connection/test-database.ts'
import { markSignatureProven, recordSignatureUse } from '../db/signatures/signatures.ts'
import { saveMember } from '../db/team/members.ts'
import { Address } from '../domain/networks/address-schema.ts'
import { describeSignature } from './describe-signature.ts'
import { seal, unseal } from './seal.ts'
import { endSignature, expireSignatures, findUsableSignature } from './signatures.ts'
import { storeSignature } from './store-signature.ts'

const NOW = new Date('2026-11-22T12:00:00.000Z')
const seconds = (offset = 0) => String(NOW.getTime() / 1000 + offset)

let database: Database
beforeAll(async () => {
  vi.stubEnv('APP_SECRET', 'a secret that only this test knows, really')
  database = await openTestDatabase()
})
afterAll(() => database.close())

const networksAt = (origin: string) => ({ get: () => ({ baseUrl: `${origin}/imx` }) })

async function newOwner() {
  const account = privateKeyToAccount(generatePrivateKey())
  const ownerAddress = Address.parse(account.address)
  const member = await saveMember(database.prisma, { address: ownerAddress, role: 'viewer', now: NOW })
  const ctx = { db: database.prisma, now: () => NOW, networks: networksAt('https://api.example'), member }
  const sign = async (timestamp = seconds()) => ({
    network: 'imx',
    ownerAddress,
    timestamp,
    signature: await account.signMessage({ message: timestamp }),
  })
  return { account, ctx, sign, owner: { network: 'imx', ownerAddress } }
}

test('default: the three headers come back as signed, and no row holds them', async () => {
  const { account, ctx, sign, owner } = await newOwner()
  const given = await sign()
  await storeSignature(ctx, given)
  const signature = await findUsableSignature(ctx, owner)
  expect(signature?.headers).toEqual({
    address: account.address,
    timestamp: given.timestamp,
    signature: given.signature,
  })
  const rows = await database.prisma.signature.findMany()
  const bytes = rows.map(({ sealed }) => Buffer.from(sealed ?? []).toString('latin1'))
  expect(JSON.stringify([rows, bytes])).not.toContain(given.signature.slice(2, 40))
  expect(bytes.join()).not.toContain('signature')
})

test('behavior: a signature in any form that wallets write is kept in the one that every use of it reads', async () => {
  const { ctx, sign, owner } = await newOwner()
  const given = await sign()
  const compact = serializeCompactSignature(signatureToCompactSignature(parseSignature(given.signature)))
  for (const signature of [given.signature.slice(2), compact, compact.slice(2)]) {
    await storeSignature(ctx, { ...given, signature })
    expect((await findUsableSignature(ctx, owner))?.headers.signature).toBe(given.signature)
  }
})

test('behavior: another network or another host finds nothing', async () => {
  const { ctx, sign, owner } = await newOwner()
  await storeSignature(ctx, await sign())
  expect(await findUsableSignature(ctx, { ...owner, network: 'imx-sandbox' })).toBeNull()
  expect(
    await findUsableSignature({ ...ctx, networks: networksAt('https://evil.example') }, owner),
  ).toBeNull()
  expect(
    await findUsableSignature({ ...ctx, networks: networksAt('https://api.example/v2') }, owner),
  ).not.toBeNull()
})

test('behavior: a row moved to another owner cannot be opened', async () => {
  const [mine, theirs] = [await newOwner(), await newOwner()]
  await storeSignature(mine.ctx, await mine.sign())
  await database.prisma.signature.updateMany({
    where: { ownerAddress: mine.owner.ownerAddress },
    data: { ownerAddress: theirs.owner.ownerAddress },
  })
  expect(await findUsableSignature(theirs.ctx, theirs.owner)).toBeNull()
  expect(unseal(seal('text', 'a'), 'b')).toBeNull()
  expect(unseal(seal('text', 'a'), 'a')).toBe('text')
})

test('behavior: a refusal wipes that very signature, and a newer one stays', async () => {
  const { ctx, sign, owner } = await newOwner()
  await storeSignature(ctx, await sign(seconds(-30)))
  const old = await findUsableSignature(ctx, owner)
  await storeSignature(ctx, await sign())
  const newer = await findUsableSignature(ctx, owner)
  expect(await endSignature(ctx, old?.id ?? '', 'refused')).toBe(false)
  expect(await findUsableSignature(ctx, owner)).toEqual(newer)
  expect(await endSignature(ctx, newer?.id ?? '', 'refused')).toBe(true)
  expect(await findUsableSignature(ctx, owner)).toBeNull()
  expect(await describeSignature(ctx, owner)).toMatchObject({ state: 'refused', endedAt: NOW.toISOString() })
  const rows = await database.prisma.signature.findMany({ where: { ownerAddress: owner.ownerAddress } })
  expect(rows.map(({ sealed }) => sealed)).toEqual([null, null])
})

test('behavior: after 48 hours it is gone, whether or not the sweep came by', async () => {
  const { ctx, sign, owner } = await newOwner()
  await storeSignature(ctx, await sign())
  const later = { ...ctx, now: () => new Date(NOW.getTime() + 48 * 3_600_000) }
  expect(await findUsableSignature(later, owner)).toBeNull()
  expect(await describeSignature(later, owner)).toMatchObject({ state: 'expired' })
  expect(await expireSignatures(later)).toBeGreaterThan(0)
  const row = await database.prisma.signature.findFirstOrThrow({
    where: { ownerAddress: owner.ownerAddress },
  })
  expect(row).toMatchObject({ sealed: null, endReason: 'expired' })
})

test('behavior: its state and uses are told without the secret', async () => {
  const { ctx, sign, owner } = await newOwner()
  expect(await describeSignature(ctx, owner)).toMatchObject({ state: 'none' })
  await storeSignature(ctx, await sign())
  expect(await describeSignature(ctx, owner)).toMatchObject({
    state: 'unproven',
    signedAt: NOW.toISOString(),
  })
  const signature = await findUsableSignature(ctx, owner)
  const collection = await database.prisma.collection.create({
    data: { network: 'imx', address: '0xc0', name: 'Relics', quotaKey: '7', seenAt: NOW },
  })
  const { id: refreshId } = await database.prisma.refresh.create({
    data: { number: 1, collectionId: collection.id, tokenCount: 0 },
  })
  const use = { signatureId: signature?.id ?? '', refreshId, memberId: ctx.member.id }
  await recordSignatureUse(database.prisma, { ...use, now: NOW })
  await markSignatureProven(database.prisma, signature?.id ?? '', NOW)
  expect(await describeSignature(ctx, owner)).toMatchObject({ state: 'accepted', ownerName: null })
  expect(await database.prisma.signatureUse.count({ where: { signatureId: signature?.id ?? '' } })).toBe(1)
})

test('error: only the owner, only now, only this number, only a plain key', async () => {
  const [mine, theirs] = [await newOwner(), await newOwner()]
  const given = await mine.sign()
  const refuses = async (input: typeof given, reason: string, ctx = mine.ctx) =>
    expect(storeSignature(ctx, input)).rejects.toMatchObject({ meta: { reason } })
  await refuses(given, 'not_owner', theirs.ctx)
  await refuses(await mine.sign(seconds(-3600)), 'stale_timestamp')
  await refuses(await mine.sign(seconds(120)), 'stale_timestamp')
  await refuses(await mine.sign(`${seconds()}.5`), 'stale_timestamp')
  await refuses({ ...given, timestamp: seconds(1) }, 'wrong_signer')
  await refuses({ ...given, signature: (await theirs.sign()).signature }, 'wrong_signer')
  await refuses({ ...given, signature: `0x${'ab'.repeat(96)}` }, 'contract_wallet')
  await refuses({ ...given, signature: 'nonsense' as '0x' }, 'contract_wallet')
  expect(await findUsableSignature(mine.ctx, mine.owner)).toBeNull()
})
