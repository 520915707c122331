import 'server-only'
import type { StoredCollection } from '../db/collections.ts'
import type { SubmittedSelection } from '../refresh/submission.ts'
import type { ServiceContext } from './context.ts'

export type SelectionCount = {
  tokens: number
  /** `tokens` is what is known so far; more may come. */
  isAtLeast: boolean
  /** How many of them another refresh here has not settled yet. */
  refreshing: number
}

export async function countSelection(
  _ctx: ServiceContext,
  _stored: StoredCollection,
  selection: SubmittedSelection,
): Promise<SelectionCount> {
  if ('ids' in selection) return { tokens: new Set(selection.ids).size, isAtLeast: false, refreshing: 0 }
  return { tokens: 0, isAtLeast: true, refreshing: 0 }
}
