import { createHmac } from 'node:crypto'
import { parseSignature, serializeCompactSignature, signatureToCompactSignature } from 'viem'
import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { hash } from '../../auth/hash.ts'
import { findSession } from '../../auth/session.ts'
import { prepareSetupToken } from '../../auth/setup-token.ts'
import { initialiseMode } from '../../db/connection/mode.ts'
import type { Database } from '../../db/connection/open-database.ts'
import { openTestDatabase } from '../../db/connection/test-database.ts'
import { saveMember } from '../../db/team/members.ts'
import { Address } from '../../domain/networks/address-schema.ts'
import type { VisitorContext } from '../context.ts'
import { createChallenge } from './create-challenge.ts'
import { signIn } from './sign-in.ts'

const ORIGIN = 'http://localhost:3000'
const SETUP_TOKEN = 'a-token-that-was-preset'
const JUNK = '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80'

let database: Database
beforeAll(async () => {
  vi.stubEnv('NETWORKS', 'imx')
  vi.stubEnv('SETUP_TOKEN', SETUP_TOKEN)
  vi.stubEnv('APP_SECRET', 'a secret that only this test knows, really')
  database = await openTestDatabase()
})
afterAll(() => database.close())

const newAccount = () => privateKeyToAccount(generatePrivateKey())
const addressOf = (account: PrivateKeyAccount) => Address.parse(account.address)

const visitor = (change: Partial<VisitorContext> = {}): VisitorContext => ({
  db: database.prisma,
  now: () => new Date('2026-11-22T12:00:00.000Z'),
  mode: 'demo',
  origins: [ORIGIN],
  ...change,
})

function begin(account: PrivateKeyAccount, by = visitor()) {
  const input = { address: addressOf(account), chainId: 1, origin: ORIGIN, preSession: null }
  return createChallenge(by, input)
}

async function finish(
  account: PrivateKeyAccount,
  { message, preSession }: { message: string; preSession: string | null },
  { by = visitor(), setupToken }: { by?: VisitorContext; setupToken?: string } = {},
) {
  const signature = await account.signMessage({ message })
  return signIn(by, { message, signature, preSession, setupToken, userAgent: null })
}

async function newMember() {
  const account = newAccount()
  await saveMember(database.prisma, { address: addressOf(account), role: 'viewer', now: new Date() })
  return account
}

const reason = (reason: string) => expect.objectContaining({ meta: expect.objectContaining({ reason }) })

test('behavior: of two first wallets at once, one becomes the admin and the other is told its address', async () => {
  const fresh = await openTestDatabase()
  const by = visitor({ db: fresh.prisma })
  const accounts = [newAccount(), newAccount()]
  const begun = accounts.map((account) => begin(account, by))
  const results = await Promise.allSettled(
    accounts.map((account, i) => finish(account, begun[i] as (typeof begun)[0], { by })),
  )
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const lost = results.findIndex(({ status }) => status === 'rejected')
  expect(results[lost]).toMatchObject({
    reason: { code: 'forbidden', meta: { reason: 'not_a_member' } },
  })
  expect(String((results[lost] as PromiseRejectedResult).reason)).toContain(
    addressOf(accounts[lost] as PrivateKeyAccount),
  )
  expect(await fresh.prisma.member.findMany()).toMatchObject([{ role: 'admin' }])
  await fresh.close()
})

test('behavior: in real mode the set-up token makes one admin, once', async () => {
  const fresh = await openTestDatabase()
  const by = visitor({ db: fresh.prisma, mode: 'real' })
  await initialiseMode(fresh.prisma, 'real')
  const printed = await prepareSetupToken(fresh.prisma)
  expect(printed).toMatch(/SETUP_TOKEN/)
  expect(printed).not.toContain(SETUP_TOKEN)
  const [first, second] = [newAccount(), newAccount()]
  await expect(finish(first, begin(first, by), { by })).rejects.toEqual(reason('setup_token'))
  const wrong = { by, setupToken: 'not-the-set-up-token' }
  await expect(finish(first, begin(first, by), wrong)).rejects.toEqual(reason('setup_token'))
  const right = { by, setupToken: SETUP_TOKEN }
  const { session } = await finish(first, begin(first, by), right)
  expect(session.member.role).toBe('admin')
  await expect(finish(second, begin(second, by), right)).rejects.toEqual(reason('not_a_member'))
  expect(await prepareSetupToken(fresh.prisma)).toBeNull()
  expect(JSON.stringify(await fresh.prisma.installation.findMany())).not.toContain(SETUP_TOKEN)
  await fresh.close()
})

test('behavior: a member gets a session by cookie, of which the database keeps only a hash', async () => {
  const account = await newMember()
  const { session, secret } = await finish(account, begin(account))
  expect(session).toMatchObject({ id: hash(secret), member: { address: addressOf(account), role: 'viewer' } })
  const cookie = `other=1; refresh-desk-real-3000-session=${secret}`
  expect(await findSession(database.prisma, cookie, visitor().now())).toMatchObject({ id: session.id })
  const later = new Date(visitor().now().getTime() + 15 * 24 * 3_600_000)
  expect(await findSession(database.prisma, cookie, later)).toBeNull()
  expect(JSON.stringify(await database.prisma.session.findMany())).not.toContain(secret)
})

test('error: a challenge is good once, even when it comes twice at the same time', async () => {
  const account = await newMember()
  const begun = begin(account)
  const results = await Promise.allSettled([finish(account, begun), finish(account, begun)])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(finish(account, begun)).rejects.toEqual(reason('nonce'))
})

test('behavior: strangers leave nothing behind, however many sign-ins they begin or sign, and members come in', async () => {
  const fresh = await openTestDatabase()
  const by = visitor({ db: fresh.prisma })
  const member = newAccount()
  await saveMember(fresh.prisma, { address: addressOf(member), role: 'viewer', now: new Date() })
  const stranger = newAccount()
  for (let nth = 0; nth < 5_001; nth++) begin(stranger, by)
  for (let nth = 0; nth < 3; nth++) {
    await expect(finish(stranger, begin(stranger, by), { by })).rejects.toEqual(reason('not_a_member'))
  }
  expect(await fresh.prisma.signInNonce.count()).toBe(0)
  await finish(member, begin(member, by), { by })
  expect(await fresh.prisma.signInNonce.count()).toBe(1)
  await fresh.close()
})

test('behavior: what was used is remembered while any instance may take its message, and not for ever', async () => {
  const fresh = await openTestDatabase()
  const account = newAccount()
  await saveMember(fresh.prisma, { address: addressOf(account), role: 'viewer', now: new Date() })
  const at = (minute: number) =>
    visitor({ db: fresh.prisma, now: () => new Date(`2026-11-22T12:${minute}:00.000Z`) })
  const begun = begin(account, at(10))
  await finish(account, begun, { by: at(11) })
  await finish(account, begin(account, at(25)), { by: at(25) })
  await expect(finish(account, begun, { by: at(19) })).rejects.toEqual(reason('nonce'))
  await finish(account, begin(account, at(45)), { by: at(45) })
  expect(await fresh.prisma.signInNonce.count()).toBe(1)
  await fresh.close()
})

test('behavior: a signature in any form that wallets write signs in', async () => {
  const account = await newMember()
  const begun = begin(account)
  const signature = serializeCompactSignature(
    signatureToCompactSignature(parseSignature(await account.signMessage({ message: begun.message }))),
  )
  const { session } = await signIn(visitor(), { ...begun, signature: signature.slice(2), userAgent: null })
  expect(session.member.address).toBe(addressOf(account))
})

test('error: what a desk with another secret wrote opens nothing here', async () => {
  const account = await newMember()
  const text = begin(account)
  const nonce = /Nonce: (.+)/.exec(text.message)?.[1] ?? ''
  const ofAnother = createHmac('sha256', 'another secret').update(text.message).digest('hex').slice(0, 32)
  const message = text.message.replace(nonce, nonce.slice(0, 32) + ofAnother)
  await expect(finish(account, { ...text, message })).rejects.toEqual(reason('nonce'))
})

test('error: a challenge is good only in the browser that began it', async () => {
  const account = await newMember()
  const { message } = begin(account)
  const { preSession } = begin(account)
  await expect(finish(account, { message, preSession })).rejects.toEqual(reason('nonce'))
  await expect(finish(account, { message, preSession: null })).rejects.toEqual(reason('nonce'))
})

test('error: a message that the desk did not write, word by word, opens nothing', async () => {
  const account = await newMember()
  const { message, preSession } = begin(account)
  const attempts: [change: (text: string) => string, reason: string][] = [
    [(text) => text.replaceAll('localhost:3000', 'evil.example'), 'domain'],
    [(text) => text.replace('URI: http://localhost:3000', 'URI: http://localhost:3000/other'), 'domain'],
    [(text) => text.replace(/\nExpiration Time: .*/, ''), 'message'],
    [(text) => text.replace(/\nIssued At: .*/, ''), 'message'],
    [(text) => text.replace(/\nNonce: .*/, ''), 'message'],
    [(text) => text.replace('Expiration Time: 2026', 'Expiration Time: 2027'), 'expired'],
    [(text) => text.replace('Issued At: 2026-11-22T12', 'Issued At: 2026-11-22T13'), 'expired'],
    [(text) => text.replace('Chain ID: 1', 'Chain ID: 5'), 'nonce'],
    [(text) => text.replace('costs nothing', 'costs a lot'), 'nonce'],
    [(text) => text.replace(/Nonce: ./, 'Nonce: z'), 'nonce'],
    [(text) => text.replace(/(Nonce: \w+)\w/, '$1'), 'nonce'],
    [(text) => text.replace(/(Nonce: \w+)/, '$1\n$1'), 'message'],
    [(text) => text.replace(/Nonce: .*/, 'Nonce: 0123456789abcdef'), 'nonce'],
    [() => '', 'message'],
  ]
  for (const [change, because] of attempts) {
    expect(change(message)).not.toBe(message)
    await expect(finish(account, { message: change(message), preSession })).rejects.toEqual(reason(because))
  }
  await expect(finish(account, { message, preSession })).resolves.toBeDefined()
})

test('error: an expired challenge, another signer and a contract signature', async () => {
  const account = await newMember()
  const begun = begin(account)
  const by = visitor({ now: () => new Date('2026-11-22T12:10:00.000Z') })
  await expect(finish(account, begun, { by })).rejects.toEqual(reason('expired'))
  await expect(finish(newAccount(), begun)).rejects.toEqual(reason('wrong_signer'))
  for (const signature of ['0x', 'nonsense', `0x${'ab'.repeat(200)}`]) {
    const attempt = signIn(visitor(), { ...begun, signature, userAgent: null })
    await expect(attempt).rejects.toEqual(reason('contract_wallet'))
  }
})

test('error: a key that everybody has never signs in to real mode', async () => {
  const account = privateKeyToAccount(JUNK)
  await saveMember(database.prisma, { address: addressOf(account), role: 'admin', now: new Date() })
  const by = visitor({ mode: 'real' })
  await expect(finish(account, begin(account, by), { by })).rejects.toEqual(reason('public_key'))
})
