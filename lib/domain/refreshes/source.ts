import type { RefreshSource, RefreshSummary } from './model-schema.ts'

export const sourceNames: Record<RefreshSource, string> = {
  desk: 'This desk',
  sample: 'Sample',
  script: 'Script',
  import: 'Imported',
}

/** What stands beside a refresh; what the team sent from here goes without saying. */
export const sourceTag = (source: RefreshSource): string | null =>
  source === 'desk' ? null : sourceNames[source]

export const watchedSources: RefreshSource[] = ['script', 'import']

/** Somebody else sent the request: the desk watches it for the record, and nothing of it is the desk's to send. */
export const isOnlyWatched = (source: RefreshSource): boolean => watchedSources.includes(source)

/** The network lists no tokens of a refresh but those that failed. */
export const knowsOnlyFailures = (source: RefreshSource): boolean => source === 'import'

/** Whose doing it is: a script goes by the address it signed with. Null for what nobody of this desk did. */
export const submitterOf = ({ signer, by }: Pick<RefreshSummary, 'signer' | 'by'>) => signer ?? by
