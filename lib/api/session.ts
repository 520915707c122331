import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { Member } from '../team/model.ts'
import { type ChangeMe, Preferences, SessionState } from '../team/session.ts'
import { type AskChallenge, Challenge, type SignIn } from '../team/sign-in.ts'
import { request } from './request.ts'

const nothing = z.undefined()

export const sessionQuery = () =>
  queryOptions({
    queryKey: ['session'] as const,
    queryFn: ({ signal }) => request('/api/session', SessionState, { signal }),
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
