import type { Role } from '@/lib/domain/team/model.ts'

export const roleText: Record<Role, { title: string; may: string }> = {
  viewer: { title: 'Viewer', may: 'Reads everything: collections, refreshes, and why tokens failed.' },
  operator: { title: 'Operator', may: 'Also submits refreshes, retries failed tokens and writes notes.' },
  admin: { title: 'Admin', may: 'Also adds and removes members and changes their roles.' },
}
