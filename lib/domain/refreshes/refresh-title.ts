import { refreshName } from './refresh-key.ts'

export type Titled = {
  number: number
  note: string | null
  /** The refreshes whose failed tokens it takes up again. */
  retryOf: readonly { number: number }[]
}

/** What a refresh is called wherever it is named: its note, else what it retries, else its number. */
export function refreshTitle({ number, note, retryOf }: Titled): string {
  if (note) return note
  if (retryOf.length === 0) return `Refresh ${refreshName(number)}`
  return `Retry of ${retryOf.map((original) => refreshName(original.number)).join(', ')}`
}

const LONGEST = 500
const PREFIX = 'Retry: '

/** The note that a retry of one refresh begins with; a retry of a retry is called like it. */
export function retryNote(note: string | null): string | null {
  if (!note) return null
  return note.startsWith(PREFIX) ? note : `${PREFIX}${note}`.slice(0, LONGEST)
}
