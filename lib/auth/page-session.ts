import 'server-only'
import { headers } from 'next/headers'
import { database } from '../db/connection/open-database.ts'
import { findSession, type Session } from './session.ts'

/** The session of the page that is being rendered. */
export async function findPageSession(): Promise<Session | null> {
  return findSession(database().prisma, (await headers()).get('cookie'), new Date())
}
