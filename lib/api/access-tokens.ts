import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type {
  AccessTokenList,
  CreateAccessToken,
  CreatedAccessToken,
} from '../domain/team/access-token-schema.ts'
import { request } from './request.ts'

const path = '/api/access-tokens'
const key = ['access-tokens'] as const

export const accessTokensQuery = () =>
  queryOptions({ queryKey: key, queryFn: ({ signal }) => request<AccessTokenList>(path, { signal }) })

/** The secret goes to `onSecret` alone, so that no cache keeps it. */
export const createAccessTokenMutation = (onSecret: (secret: string) => void) =>
  mutationOptions({
    mutationKey: [...key, 'create'] as const,
    mutationFn: async (body: CreateAccessToken) => {
      const { secret } = await request<CreatedAccessToken>(path, { method: 'POST', body })
      onSecret(secret)
    },
    onSuccess: (_nothing, _body, _result, { client }) => client.invalidateQueries({ queryKey: key }),
  })

export const revokeAccessTokenMutation = () =>
  mutationOptions({
    mutationKey: [...key, 'revoke'] as const,
    mutationFn: (id: string) => request<void>(`${path}/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSuccess: (_nothing, _id, _result, { client }) => client.invalidateQueries({ queryKey: key }),
  })
