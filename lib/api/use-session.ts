'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { Member } from '../domain/team/model-schema.ts'
import type { Preferences, SessionState } from '../domain/team/session-schema.ts'
import { sessionQuery } from './session.ts'

export type SignedIn = SessionState & { member: Member; preferences: Preferences }

/** Who looks at the page. Only below the desk's layout, which lets nobody in without a session. */
export function useSession(): SignedIn {
  const { data } = useSuspenseQuery(sessionQuery())
  const { member, preferences } = data
  if (!member || !preferences) throw new Error('This page needs a session')
  return { ...data, member, preferences }
}
