import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { AppError } from '../core/app-error.ts'
import { Member } from '../domain/team/model.ts'
import { type ChangeMe, Preferences, SessionState } from '../domain/team/session.ts'
import { type AskChallenge, Challenge, type SignIn } from '../domain/team/sign-in.ts'
import { request } from './request.ts'

const nothing = z.undefined()

/** For pages behind the sign-in. The desk also answers visitors, but there a session that is gone is a refusal. */
export const sessionQuery = () =>
  queryOptions({
    queryKey: ['session'] as const,
    queryFn: async ({ signal }) => {
      const session = await request('/api/session', SessionState, { signal })
      if (session.member) return session
      throw new AppError('unauthenticated', 'Your session has ended. Sign in again.')
    },
    staleTime: 60_000,
  })

export const askChallenge = (body: AskChallenge) =>
  request('/api/session/challenge', Challenge, { method: 'POST', body })

export const startSession = (body: SignIn) => request('/api/session', SessionState, { method: 'POST', body })

export const signOutMutation = () =>
  mutationOptions({
    mutationKey: ['session', 'sign-out'] as const,
    mutationFn: (where: 'here' | 'everywhere') =>
      request(where === 'here' ? '/api/session' : '/api/session/all', nothing, { method: 'DELETE' }),
  })

export const changeMeMutation = () =>
  mutationOptions({
    mutationKey: ['session', 'change-me'] as const,
    mutationFn: (body: ChangeMe) =>
      request('/api/me', z.object({ member: Member, preferences: Preferences }), { method: 'PATCH', body }),
    onSuccess: async (me, _body, _result, { client }) => {
      client.setQueryData(sessionQuery().queryKey, (session) => session && { ...session, ...me })
      await client.invalidateQueries({ queryKey: ['members'] })
    },
  })
