import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { AppError } from '../core/app-error.ts'
import type { Member } from '../domain/team/model-schema.ts'
import type { ChangeMe, Preferences, SessionState } from '../domain/team/session-schema.ts'
import type { AskChallenge, Challenge, SignIn } from '../domain/team/sign-in-schema.ts'
import { request } from './request.ts'

/** For pages behind the sign-in. The desk also answers visitors, but there a session that is gone is a refusal. */
export const sessionQuery = () =>
  queryOptions({
    queryKey: ['session'] as const,
    queryFn: async ({ signal }) => {
      const session = await request<SessionState>('/api/session', { signal })
      if (session.member) return session
      throw new AppError('unauthenticated', 'Your session has ended. Sign in again.')
    },
    staleTime: 60_000,
  })

export const askChallenge = (body: AskChallenge) =>
  request<Challenge>('/api/session/challenge', { method: 'POST', body })

export const startSession = (body: SignIn) => request<SessionState>('/api/session', { method: 'POST', body })

export const signOutMutation = () =>
  mutationOptions({
    mutationKey: ['session', 'sign-out'] as const,
    mutationFn: (where: 'here' | 'everywhere') =>
      request<void>(where === 'here' ? '/api/session' : '/api/session/all', { method: 'DELETE' }),
  })

export const changeMeMutation = () =>
  mutationOptions({
    mutationKey: ['session', 'change-me'] as const,
    mutationFn: (body: ChangeMe) =>
      request<{ member: Member; preferences: Preferences }>('/api/me', { method: 'PATCH', body }),
    onSuccess: async (me, _body, _result, { client }) => {
      client.setQueryData(sessionQuery().queryKey, (session) => session && { ...session, ...me })
      await client.invalidateQueries({ queryKey: ['members'] })
    },
  })
