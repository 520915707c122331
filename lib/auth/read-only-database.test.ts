import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../db/connection/open-database.ts'
import { createTestDatabase } from '../db/connection/test-database.ts'
import { saveMember } from '../db/team/members.ts'
import { findTokenCallerById, issueToken } from './access-tokens.ts'
import { findSessionById, startSession } from './session.ts'

const now = new Date('2026-11-22T12:00:00.000Z')
const later = new Date(now.getTime() + 120_000)

test('behavior: whoever is signed in, or has a token, reads on where nothing can be stored', async () => {
  const { url, drop } = await createTestDatabase()
  onTestFinished(drop)
  const open = async () => {
    const database = await openDatabase({ databaseUrl: url, databaseSocket: null })
    onTestFinished(() => database.close())
    return database
  }
  const { prisma, executeSql } = await open()
  const member = await saveMember(prisma, { address: `0x${'1'.repeat(40)}`, role: 'viewer', now })
  const { session } = await startSession(prisma, { member, userAgent: null, now })
  const expiresAt = new Date(now.getTime() + 3_600_000)
  const { token } = await issueToken(prisma, { memberId: member.id, name: 'script', now, expiresAt })
  await executeSql(`ALTER DATABASE ${new URL(url).pathname.slice(1)} SET default_transaction_read_only = on`)
  const { prisma: fixed } = await open()
  await expect(saveMember(fixed, { address: `0x${'2'.repeat(40)}`, role: 'viewer', now })).rejects.toThrow(
    '25006',
  )
  expect(await findSessionById(fixed, session.id, later)).toMatchObject({ id: session.id })
  expect(await findTokenCallerById(fixed, token.id, later)).toMatchObject({ tokenId: token.id })
})
