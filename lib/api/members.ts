import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { AddMember, ChangeMember, MemberList } from '../domain/team/members-schema.ts'
import type { Member } from '../domain/team/model-schema.ts'
import { request } from './request.ts'

const key = ['members'] as const

export const membersQuery = () =>
  queryOptions({ queryKey: key, queryFn: ({ signal }) => request<MemberList>('/api/members', { signal }) })

export const addMemberMutation = () =>
  mutationOptions({
    mutationKey: [...key, 'add'] as const,
    mutationFn: (body: AddMember) => request<Member>('/api/members', { method: 'POST', body }),
    onSuccess: (_member, _body, _result, { client }) => client.invalidateQueries({ queryKey: key }),
  })

export const changeMemberMutation = () =>
  mutationOptions({
    mutationKey: [...key, 'change'] as const,
    mutationFn: ({ id, ...body }: ChangeMember & { id: string }) =>
      request<Member>(`/api/members/${encodeURIComponent(id)}`, { method: 'PATCH', body }),
    onSuccess: (_member, _body, _result, { client }) =>
      Promise.all([
        client.invalidateQueries({ queryKey: key }),
        client.invalidateQueries({ queryKey: ['session'] }),
      ]),
  })

export const removeMemberMutation = () =>
  mutationOptions({
    mutationKey: [...key, 'remove'] as const,
    mutationFn: (id: string) => request<void>(`/api/members/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSuccess: (_nothing, _id, _result, { client }) => client.invalidateQueries({ queryKey: key }),
  })
