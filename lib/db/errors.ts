import 'server-only'
import { AppError } from '../errors/app-error.ts'

/** Prisma's code of a failed query, such as P2002. By shape, because Next may bundle Prisma's classes twice. */
export function prismaCode(error: unknown): string | null {
  if (!(error instanceof Error) || error.name !== 'PrismaClientKnownRequestError') return null
  return 'code' in error && typeof error.code === 'string' ? error.code : null
}

/** Names what a query of ours may legitimately run into; everything else passes through. */
export function toAppError(error: unknown): unknown {
  switch (prismaCode(error)) {
    case 'P2002':
      return new AppError('conflict', 'That already exists.', {}, { cause: error })
    case 'P2025':
      return new AppError('not_found', 'That does not exist.', {}, { cause: error })
    default:
      return error
  }
}
