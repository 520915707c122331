'use client'

import { useId } from 'react'
import { firstCells } from '../../../lib/domain/assets/id-list/first-cells.ts'
import type { IdColumn, IdTable } from '../../../lib/domain/assets/id-list/id-source.ts'
import type { Choice } from '../../../lib/domain/assets/id-list/read-ids.ts'
import { formatCount, plural } from '../../../lib/format/count.ts'
import { RadioOption } from '../../ui/forms/radio-option.tsx'
import { State } from '../../ui/state.tsx'
import { Small } from './id-finding.tsx'

const MOST_SHOWN = 50
const PREVIEWED = 4

type Props = { table: IdTable; choice: Choice | null; onChoose: (choice: Choice) => void }

/** Columns that contain ids, each with its first cells; the others are named below. */
export function ColumnChoice({ table, choice, onChoose }: Props) {
  const name = useId()
  const columns = table.columns.map((column, index) => ({ column, index }))
  const offered = columns.filter(({ column, index }) => column.ids > 0 || index === choice)
  const others = columns
    .filter((entry) => !offered.includes(entry))
    .map(({ column, index }) => titleOf(table, column, index))
  if (columns.length === 1 && choice !== null) return null
  if (offered.length === 0) return <State tone="failed" words={`No token ids in ${wordsFor(table).all}`} />
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 font-medium">
        {choice === null ? (
          <State
            tone="waiting"
            words={`Which ${wordsFor(table).one} holds the token ids?`}
            className="whitespace-normal!"
          />
        ) : (
          `Token ids come from this ${wordsFor(table).one}`
        )}
      </legend>
      <div className="max-h-64 overflow-y-auto rounded-md border border-line">
        {table.list ? (
          <RadioOption
            name={name}
            isChecked={choice === 'list'}
            onCheck={() => onChoose('list')}
            title="All of them, as one long list"
          />
        ) : null}
        {offered.slice(0, MOST_SHOWN).map(({ column, index }) => (
          <RadioOption
            key={index}
            name={name}
            isChecked={choice === index}
            onCheck={() => onChoose(index)}
            title={titleOf(table, column, index)}
            aside={countText(column)}
          >
            <code className="block truncate">{firstCells(column, PREVIEWED).join(' · ')}</code>
          </RadioOption>
        ))}
      </div>
      {offered.length > MOST_SHOWN ? (
        <Small>and {formatCount(offered.length - MOST_SHOWN)} more</Small>
      ) : null}
      {others.length > 0 ? (
        <p className="mt-1.5 line-clamp-3 wrap-anywhere text-faint text-xs">
          No ids in: {others.slice(0, MOST_SHOWN).join(', ')}.
        </p>
      ) : null}
    </fieldset>
  )
}

const wordsFor = ({ unit }: IdTable) =>
  unit === 'item' ? { one: 'field', all: 'this JSON' } : { one: 'column', all: 'this table' }

function titleOf({ hasNames }: IdTable, { name }: IdColumn, index: number): string {
  if (name !== '') return name.slice(0, 120)
  return hasNames ? `Column ${index + 1}, no heading` : `Column ${index + 1}`
}

const countText = ({ ids, filled }: IdColumn) =>
  ids === filled ? plural(ids, 'id') : `${formatCount(ids)} of ${formatCount(filled)} are ids`
