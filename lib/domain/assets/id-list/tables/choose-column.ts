import type { IdColumn } from '../id-source.ts'
import { rankName } from './rank-name.ts'

/** The column that surely holds the ids; null when a person must be asked. */
export function chooseColumn(columns: readonly IdColumn[], hasNames: boolean): number | null {
  const [found, ...others] = candidates(columns, hasNames)
  return found && others.length === 0 ? columns.indexOf(found) : null
}

function candidates(columns: readonly IdColumn[], hasNames: boolean): IdColumn[] {
  const sure = columns.filter(({ name }) => rankName(name) === 2)
  if (sure.length > 0) return sure.length === 1 ? sure : sure.filter(hasIds)
  const likely = columns.filter(({ name, ids, filled }) => rankName(name) === 1 && ids * 2 > filled)
  if (likely.length > 0) return likely
  const withIds = columns.filter(hasIds)
  if (columns.length === 1) return withIds
  // A heading that names something else says that the numbers below it are no ids.
  return !hasNames && withIds.every(({ ids, filled }) => ids === filled) ? withIds : []
}

const hasIds = ({ ids }: IdColumn) => ids > 0
