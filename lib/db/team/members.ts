import 'server-only'
import { Address } from '../../domain/networks/address-schema.ts'
import type { Role } from '../../domain/team/model.ts'
import type { Member, MemberRef } from '../../domain/team/model-schema.ts'
import type { Db } from '../connection/client.ts'
import { isUuid } from '../connection/is-uuid.ts'

type MemberRow = {
  id: string
  address: string
  name: string | null
  role: Role
  createdAt: Date
  lastSeenAt: Date | null
}
export type Preferences = { shortcuts: boolean; hidesFirstRun: boolean }

export function toMember(row: MemberRow): Member {
  return {
    id: row.id,
    address: Address.parse(row.address),
    name: row.name,
    role: row.role,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
  }
}

/** As shown beside what they did. */
export const toMemberRef = (row: Pick<MemberRow, 'id' | 'address' | 'name'>): MemberRef => ({
  id: row.id,
  address: Address.parse(row.address),
  name: row.name,
})

export async function listMembers(db: Db): Promise<Member[]> {
  const rows = await db.member.findMany({
    where: { removedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(toMember)
}

export async function findMember(db: Db, id: string): Promise<Member | null> {
  const row = isUuid(id) ? await db.member.findFirst({ where: { id, removedAt: null } }) : null
  return row && toMember(row)
}

/** Members of the past too. */
export async function findEverMember(db: Db, id: string): Promise<{ id: string; address: string } | null> {
  if (!isUuid(id)) return null
  return db.member.findUnique({ where: { id }, select: { id: true, address: true } })
}

export async function findMemberByAddress(db: Db, address: string): Promise<Member | null> {
  const row = await db.member.findFirst({ where: { address, removedAt: null } })
  return row && toMember(row)
}

/** What members are called, those of the past too, by address; who never was a member is absent. */
export async function findNames(db: Db, addresses: string[]): Promise<Map<string, string | null>> {
  if (addresses.length === 0) return new Map()
  const rows = await db.member.findMany({
    where: { address: { in: addresses } },
    select: { address: true, name: true },
  })
  return new Map(rows.map(({ address, name }) => [address, name]))
}

export const countMembers = (db: Db): Promise<number> => db.member.count({ where: { removedAt: null } })

export const countAdmins = (db: Db): Promise<number> =>
  db.member.count({ where: { removedAt: null, role: 'admin' } })

type NewMember = { address: string; role: Role; name?: string | undefined; now: Date }

/** Adds a member, or brings back one who was removed. */
export async function saveMember(db: Db, { address, role, name, now }: NewMember): Promise<Member> {
  const named = name === undefined ? {} : { name }
  const row = await db.member.upsert({
    where: { address },
    create: { address, role, createdAt: now, ...named },
    update: { role, removedAt: null, ...named },
  })
  return toMember(row)
}

type MemberChange = {
  name?: string | null
  role?: Role
  lastSeenAt?: Date
  removedAt?: Date
} & Partial<Preferences>

export async function updateMember(db: Db, id: string, change: MemberChange): Promise<Member> {
  return toMember(await db.member.update({ where: { id }, data: change }))
}

export async function getPreferences(db: Db, id: string): Promise<Preferences> {
  return db.member.findUniqueOrThrow({ where: { id }, select: { shortcuts: true, hidesFirstRun: true } })
}

const MEMBERS_LOCK = 5_172_001

/** Whoever counts admins and then changes one must hold this until the transaction ends. */
export async function lockMembers(tx: Db): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${MEMBERS_LOCK}::bigint)`
}
