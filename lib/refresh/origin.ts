import type { RefreshOrigin, RefreshSummary } from './model.ts'

export const originNames: Record<RefreshOrigin, string> = {
  desk: 'This desk',
  sample: 'Sample',
  script: 'Script',
  import: 'Imported',
}

/** What stands beside a refresh; what the team sent from here goes without saying. */
export const originTag = (origin: RefreshOrigin): string | null =>
  origin === 'desk' ? null : originNames[origin]

export const watchedOrigins: RefreshOrigin[] = ['script', 'import']

/** Somebody else sent the request: the desk watches it for the record, and nothing of it is the desk's to send. */
export const isOnlyWatched = (origin: RefreshOrigin): boolean => watchedOrigins.includes(origin)

/** The network lists no tokens of a refresh but those that failed. */
export const knowsOnlyFailures = (origin: RefreshOrigin): boolean => origin === 'import'

/** Whose doing it is: a script goes by the address it signed with. Null for what nobody of this desk did. */
export const makerOf = ({ signer, by }: Pick<RefreshSummary, 'signer' | 'by'>) => signer ?? by
