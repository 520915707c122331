import type { Role } from '@/lib/domain/team/model.ts'

export const roleText: Record<Role, { title: string; may: string }> = {
  viewer: { title: 'Viewer', may: 'Can see everything: collections, refreshes and why tokens failed.' },
  operator: { title: 'Operator', may: 'Can also submit refreshes, retry failed tokens and write notes.' },
  admin: { title: 'Admin', may: 'Can also add and remove members and change their roles.' },
}
