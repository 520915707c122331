import 'server-only'
import { AppError } from '../../core/app-error.ts'
import { type DatabaseTrouble, findDatabaseTrouble } from './database-trouble.ts'

/** Prisma's code of a failed query, such as P2002. By shape, because Next may bundle Prisma's classes twice. */
export function prismaCode(error: unknown): string | null {
  if (!(error instanceof Error) || error.name !== 'PrismaClientKnownRequestError') return null
  return 'code' in error && typeof error.code === 'string' ? error.code : null
}

/** What people are told, and when to ask again: a full disk takes somebody's hand, a restart does not. */
const troubles: Record<DatabaseTrouble, { says: string; retryAfterSeconds: number }> = {
  unreachable: { says: 'The database cannot be reached right now.', retryAfterSeconds: 5 },
  no_connections: { says: 'The database has no free connection right now.', retryAfterSeconds: 5 },
  busy: { says: 'The database is too busy right now.', retryAfterSeconds: 5 },
  disk_full: { says: 'The disk of the database is full, so nothing can be saved.', retryAfterSeconds: 30 },
  read_only: { says: 'The database is read-only right now, so nothing can be saved.', retryAfterSeconds: 30 },
}

export const troubleText = (trouble: DatabaseTrouble): string => troubles[trouble].says

/** Names what a query of ours may legitimately run into; everything else passes through. */
export function toAppError(error: unknown): unknown {
  switch (prismaCode(error)) {
    case 'P2002':
      return new AppError('conflict', 'That already exists.', {}, { cause: error })
    case 'P2025':
      return new AppError('not_found', 'That does not exist.', {}, { cause: error })
  }
  const reason = findDatabaseTrouble(error)
  if (!reason) return error
  const { says, retryAfterSeconds } = troubles[reason]
  const title = `${says} Try again in ${retryAfterSeconds} seconds.`
  return new AppError('database_unavailable', title, { retryAfterSeconds, reason }, { cause: error })
}
