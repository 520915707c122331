import 'server-only'

/** LIKE's own wildcards as plain text. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

/** A case-insensitive "contains" filter. Prisma hands LIKE's own wildcards through, so they are escaped here. */
export const containing = (text: string) => ({ contains: escapeLike(text), mode: 'insensitive' as const })
