import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { isRetryable } from '../core/app-error.ts'
import type { Address } from '../domain/networks/address.ts'
import type { NetworkSlug } from '../domain/networks/network-slug.ts'
import { type GiveGrant, GrantChallenge, GrantList } from '../domain/signatures/signature.ts'
import { GrantState } from '../domain/signatures/signature-state.ts'
import { request } from './request.ts'

const key = ['grants'] as const

export const grantsQuery = () =>
  queryOptions({ queryKey: key, queryFn: ({ signal }) => request('/api/grants', GrantList, { signal }) })

/** The number that the wallet will show, renewed each minute by the desk's clock. */
export const grantChallengeQuery = (input: { network: NetworkSlug; collection: Address }) =>
  queryOptions({
    queryKey: [...key, 'challenge', input] as const,
    queryFn: ({ signal }) =>
      request(`/api/grants/challenge?${new URLSearchParams(input)}`, GrantChallenge, { signal }),
    refetchInterval: ({ state }) => (state.error && !isRetryable(state.error) ? false : 60_000),
    staleTime: 30_000,
    gcTime: 0,
  })

export const giveGrant = (body: GiveGrant) => request('/api/grants', GrantState, { method: 'POST', body })

export const deleteGrantMutation = () =>
  mutationOptions({
    mutationKey: [...key, 'delete'] as const,
    mutationFn: (id: string) =>
      request(`/api/grants/${encodeURIComponent(id)}`, z.undefined(), { method: 'DELETE' }),
    onSuccess: (_nothing, _id, _result, { client }) => client.invalidateQueries({ queryKey: key }),
  })
