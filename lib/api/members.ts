import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { type AddMember, type ChangeMember, MemberList } from '../domain/team/members.ts'
import { Member } from '../domain/team/model.ts'
import { request } from './request.ts'

const key = ['members'] as const

export const membersQuery = () =>
  queryOptions({ queryKey: key, queryFn: ({ signal }) => request('/api/members', MemberList, { signal }) })

export const addMemberMutation = () =>
  mutationOptions({
    mutationKey: [...key, 'add'] as const,
    mutationFn: (body: AddMember) => request('/api/members', Member, { method: 'POST', body }),
    onSuccess: (_member, _body, _result, { client }) => client.invalidateQueries({ queryKey: key }),
  })

export const changeMemberMutation = () =>
  mutationOptions({
    mutationKey: [...key, 'change'] as const,
    mutationFn: ({ id, ...body }: ChangeMember & { id: string }) =>
      request(`/api/members/${encodeURIComponent(id)}`, Member, { method: 'PATCH', body }),
    onSuccess: (_member, _body, _result, { client }) =>
      Promise.all([
        client.invalidateQueries({ queryKey: key }),
        client.invalidateQueries({ queryKey: ['session'] }),
      ]),
  })

export const removeMemberMutation = () =>
  mutationOptions({
    mutationKey: [...key, 'remove'] as const,
    mutationFn: (id: string) =>
      request(`/api/members/${encodeURIComponent(id)}`, z.undefined(), { method: 'DELETE' }),
    onSuccess: (_nothing, _id, _result, { client }) => client.invalidateQueries({ queryKey: key }),
  })
