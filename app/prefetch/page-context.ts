import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { findPageSession } from '@/lib/auth/page-session.ts'
import type { Session } from '@/lib/auth/session.ts'
import { localPath } from '@/lib/domain/team/local-path.ts'
import { createContext, type ServiceContext } from '@/lib/services/context.ts'

/** The session of the page that is rendered, read once for all its parts; leads to the sign-in where there is none. */
export const pageSession = cache(async (): Promise<Session> => {
  const session = await findPageSession()
  return (
    session ?? redirect(`/sign-in?next=${encodeURIComponent(localPath((await headers()).get('x-path')))}`)
  )
})

/** What services of the page act with. Layouts and pages render side by side, so each asks for itself. */
export const pageContext = cache(
  async (): Promise<ServiceContext> => createContext(await pageSession(), crypto.randomUUID()),
)
