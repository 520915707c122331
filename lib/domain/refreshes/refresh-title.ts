import { refreshName } from './refresh-key.ts'

const count = new Intl.NumberFormat('en')

export type Titled = {
  note: string | null
  progress: { total: number }
  collection: { name: string }
  /** The refreshes whose failed tokens it takes up again. */
  retryOf: readonly { number: number }[]
}

/** What a refresh is called wherever it is named: its note, else what it retries, else what it refreshes. */
export function refreshTitle({ note, retryOf, progress, collection }: Titled): string {
  if (note) return note
  const retried = retryOfText(retryOf)
  if (retried) return retried
  // Before its query is expanded it has none.
  if (progress.total === 0) return `Tokens of ${collection.name}`
  return `${count.format(progress.total)} ${progress.total === 1 ? 'token' : 'tokens'} of ${collection.name}`
}

/** `Retry of R-0131, R-0133`; null for what retries nothing. */
export const retryOfText = (retryOf: Titled['retryOf']): string | null =>
  retryOf.length > 0 ? `Retry of ${retryOf.map(({ number }) => refreshName(number)).join(', ')}` : null

/** Its title with its number in front, as tabs are called: `R-0142 Reveal wave 3`. */
export const refreshTabTitle = (refresh: Titled & { number: number }): string =>
  `${refreshName(refresh.number)} ${refreshTitle(refresh)}`

const LONGEST = 500
const PREFIX = 'Retry: '

/** The note that a retry of one refresh begins with; a retry of a retry is called like it. */
export function retryNote(note: string | null): string | null {
  if (!note) return null
  return note.startsWith(PREFIX) ? note : `${PREFIX}${note}`.slice(0, LONGEST)
}
