import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { isRetryable } from '../core/app-error.ts'
import type { Address } from '../domain/networks/address.ts'
import type { NetworkSlug } from '../domain/networks/network-slug.ts'
import type {
  GiveSignature,
  SignatureChallenge,
  SignatureList,
} from '../domain/signatures/signature-schema.ts'
import type { SignatureState } from '../domain/signatures/signature-state-schema.ts'
import { request } from './request.ts'

const key = ['signatures'] as const

export const signaturesQuery = () =>
  queryOptions({
    queryKey: key,
    queryFn: ({ signal }) => request<SignatureList>('/api/signatures', { signal }),
  })

/** The number that the wallet will show, renewed each minute by the desk's clock. */
export const signatureChallengeQuery = (input: { network: NetworkSlug; collection: Address }) =>
  queryOptions({
    queryKey: [...key, 'challenge', input] as const,
    queryFn: ({ signal }) =>
      request<SignatureChallenge>(`/api/signatures/challenge?${new URLSearchParams(input)}`, { signal }),
    refetchInterval: ({ state }) => (state.error && !isRetryable(state.error) ? false : 60_000),
    staleTime: 30_000,
    gcTime: 0,
  })

export const giveSignature = (body: GiveSignature) =>
  request<SignatureState>('/api/signatures', { method: 'POST', body })

export const deleteSignatureMutation = () =>
  mutationOptions({
    mutationKey: [...key, 'delete'] as const,
    mutationFn: (id: string) =>
      request<void>(`/api/signatures/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSuccess: (_nothing, _id, _result, { client }) => client.invalidateQueries({ queryKey: key }),
  })
