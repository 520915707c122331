export const roles = ['viewer', 'operator', 'admin'] as const
export type Role = (typeof roles)[number]

/** Whether `role` may do what `needed` may do: roles are a ladder. */
export function hasRole(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed)
}
