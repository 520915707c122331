'use client'

import { useMutation } from '@tanstack/react-query'
import { CircleHelp } from 'lucide-react'
import { decideBatchMutation } from '@/lib/api/refresh-actions.ts'
import type { Batch } from '@/lib/domain/batches/batch-schema.ts'
import type { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'
import type { DecideBatch } from '@/lib/domain/refreshes/requests-schema.ts'
import { isOnlyWatched } from '@/lib/domain/refreshes/source.ts'
import { plural } from '@/lib/format/count.ts'
import { formatClockSeconds } from '@/lib/format/time.ts'
import { Button } from '../../ui/button.tsx'
import { RequestErrorNote } from '../../ui/request-error-note.tsx'
import { useZone } from '../../ui/text/clock.tsx'
import { Candidates } from './candidates.tsx'
import { findings, othersText } from './search-text.ts'

type Props = { refresh: RefreshDetail; canAct: boolean }

/** One panel per batch whose outcome needs a decision: what the search found, and each choice with its cost. */
export function DecisionPanels({ refresh, canAct }: Props) {
  return refresh.batches.map((batch) => {
    const { id, search } = batch
    if (!search?.needsPerson) return null
    return <DecisionPanel key={id} refresh={refresh} batch={batch} search={search} canAct={canAct} />
  })
}

type PanelProps = Props & { batch: Batch; search: NonNullable<Batch['search']> }

function DecisionPanel({ refresh, batch, search, canAct }: PanelProps) {
  const decide = useMutation({ ...decideBatchMutation() })
  const zone = useZone()
  const { position, progress, sentAt } = batch
  const choose = (decision: DecideBatch) => decide.mutate({ id: refresh.id, position, decision })
  const isBusy = decide.isPending
  const isWatched = isOnlyWatched(refresh.source)
  return (
    <section
      aria-label={`Decide on batch ${position}`}
      className="grid gap-3 rounded-lg border border-unknown-line bg-unknown-soft p-5"
    >
      <h2 className="flex items-start gap-2 font-semibold text-lg">
        <CircleHelp aria-hidden className="mt-1 size-4 shrink-0 text-unknown" />
        What happened to batch {position}?
      </h2>
      <p className="text-muted text-md">
        The answer to this request ({plural(progress.total, 'token')}) was lost
        {sentAt ? ` at ${formatClockSeconds(sentAt, zone)}` : ''}. {findings(search, refresh.source)} The desk
        has searched {plural(search.searches, 'time')} and keeps searching.{' '}
        {isWatched
          ? 'A script sent this request, so only the script can send it again.'
          : (othersText(refresh.batches, 'until you decide') ??
            'Other refreshes of this collection may wait until you decide.')}
      </p>
      <Candidates
        candidates={search.candidates}
        isBusy={isBusy}
        {...(canAct && { onMatch: (reference) => choose({ choice: 'match', reference }) })}
      />
      {canAct ? (
        <ul className="grid gap-3 md:grid-cols-2">
          {isWatched ? null : (
            <Choice
              words="Send it again"
              price={`Uses 1 request. If the network accepted the first one after all, ${plural(progress.total, 'token is', 'tokens are')} refreshed twice.`}
              isBusy={isBusy}
              onChoose={() => choose({ choice: 'send_again' })}
            />
          )}
          <Choice
            words={isWatched ? 'It was never accepted' : 'Mark as failed'}
            price={`Uses no request. ${plural(progress.total, 'token counts', 'tokens count')} as failed, and you can retry them later.`}
            isBusy={isBusy}
            onChoose={() => choose({ choice: 'give_up' })}
          />
        </ul>
      ) : (
        <p className="text-muted text-sm">An operator needs to decide.</p>
      )}
      {decide.error ? <RequestErrorNote error={decide.error} /> : null}
    </section>
  )
}

type ChoiceProps = { words: string; price: string; isBusy: boolean; onChoose: () => void }

function Choice({ words, price, isBusy, onChoose }: ChoiceProps) {
  return (
    <li className="flex flex-wrap items-center gap-3 rounded-md border border-line bg-surface p-3">
      <Button disabled={isBusy} onClick={onChoose}>
        {words}
      </Button>
      <p className="min-w-0 flex-1 basis-48 text-muted text-xs">{price}</p>
    </li>
  )
}
