import 'server-only'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Ids from outside are checked before a query: PostgreSQL refuses text that is no UUID instead of finding nothing. */
export const isUuid = (text: string): boolean => UUID.test(text)
