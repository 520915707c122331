import 'server-only'

/** A case-insensitive "contains" filter. Prisma hands LIKE's own wildcards through, so they are escaped here. */
export const containing = (text: string) => ({
  contains: text.replace(/[\\%_]/g, '\\$&'),
  mode: 'insensitive' as const,
})
