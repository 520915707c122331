import 'server-only'
import type { Prisma, PrismaClient } from '../generated/client.ts'

/** What queries run on: the database itself, or an open transaction of it. */
export type Db = PrismaClient | Prisma.TransactionClient
