import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { AccessTokenList, type CreateAccessToken, CreatedAccessToken } from '../domain/team/access-token.ts'
import { request } from './request.ts'

const path = '/api/access-tokens'
const key = ['access-tokens'] as const

export const accessTokensQuery = () =>
  queryOptions({ queryKey: key, queryFn: ({ signal }) => request(path, AccessTokenList, { signal }) })

/** The secret goes to `onSecret` alone, so that no cache keeps it. */
export const createAccessTokenMutation = (onSecret: (secret: string) => void) =>
  mutationOptions({
    mutationKey: [...key, 'create'] as const,
    mutationFn: async (body: CreateAccessToken) => {
      const { secret } = await request(path, CreatedAccessToken, { method: 'POST', body })
      onSecret(secret)
    },
    onSuccess: (_nothing, _body, _result, { client }) => client.invalidateQueries({ queryKey: key }),
  })

export const revokeAccessTokenMutation = () =>
  mutationOptions({
    mutationKey: [...key, 'revoke'] as const,
    mutationFn: (id: string) =>
      request(`${path}/${encodeURIComponent(id)}`, z.undefined(), { method: 'DELETE' }),
    onSuccess: (_nothing, _id, _result, { client }) => client.invalidateQueries({ queryKey: key }),
  })
