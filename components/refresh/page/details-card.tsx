import Link from 'next/link'
import type { ReactNode } from 'react'
import { useSession } from '@/lib/api/use-session.ts'
import { isFinished } from '@/lib/domain/batches/state.ts'
import type { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'
import { refreshName } from '@/lib/domain/refreshes/refresh-key.ts'
import { knowsOnlyFailures } from '@/lib/domain/refreshes/source.ts'
import type { SignatureState } from '@/lib/domain/signatures/signature-state-schema.ts'
import { Panel } from '../../ui/panel.tsx'
import { State } from '../../ui/state.tsx'
import { Id } from '../../ui/text/id.tsx'
import { MiddleEllipsis } from '../../ui/text/middle-ellipsis.tsx'
import { Time } from '../../ui/text/time.tsx'
import { NoteEditor } from './note-editor.tsx'
import { SubmittedByDetails } from './submitted-by-details.tsx'

const signatureLooks: Record<
  SignatureState['state'],
  { tone: 'succeeded' | 'waiting' | 'pending'; words: string }
> = {
  none: { tone: 'waiting', words: 'None yet' },
  accepted: { tone: 'succeeded', words: 'Accepted' },
  unproven: { tone: 'pending', words: 'Not confirmed yet' },
  refused: { tone: 'waiting', words: 'No longer accepted' },
  expired: { tone: 'waiting', words: 'Expired' },
  deleted: { tone: 'pending', words: 'Deleted by the owner' },
  not_needed: { tone: 'pending', words: 'No longer needed' },
}

/** A finished refresh needs no signature, so none being there is not "waiting". */
const signatureLook = ({ signature, state }: RefreshDetail) =>
  signature.state === 'none' && isFinished(state)
    ? { tone: 'pending' as const, words: 'None kept' }
    : signatureLooks[signature.state]

export function DetailsCard({ refresh, canAct }: { refresh: RefreshDetail; canAct: boolean }) {
  const { collection, signature, retries, retryOf } = refresh
  const { networks } = useSession()
  const look = signatureLook(refresh)
  return (
    <Panel title="Details">
      <dl className="text-sm">
        <Row name="Note">
          <NoteEditor refresh={refresh} canAct={canAct} />
        </Row>
        <Row name="By">
          <SubmittedByDetails refresh={refresh} />
        </Row>
        {knowsOnlyFailures(refresh.source) ? (
          <Row name="Tokens">only failed tokens are known by id; the network lists no others</Row>
        ) : null}
        <Row name="Network">
          {networks.find(({ slug }) => slug === collection.network)?.name ?? collection.network}
        </Row>
        <Row name="Collection">
          <Id value={collection.address} />
        </Row>
        {collection.metadataApiUrl ? (
          <Row name="Metadata">
            <MiddleEllipsis value={collection.metadataApiUrl} />
          </Row>
        ) : null}
        <Row name="Signature">
          <State {...look} />
          {signature.signedAt ? (
            <span className="block text-faint text-xs">
              given <Time at={signature.signedAt} style="clock" />
              {signature.endedAt ? (
                <>
                  , ended <Time at={signature.endedAt} style="clock" />
                </>
              ) : null}
            </span>
          ) : null}
        </Row>
        {retryOf.length > 0 ? (
          <Row name="Retry of">
            {retryOf.map((one) => (
              <RefreshLink key={one.id} {...one} />
            ))}
          </Row>
        ) : null}
        <Row name="Retries">
          {retries.length === 0 ? (
            <span className="text-faint">none yet</span>
          ) : (
            retries.map((retry) => <RefreshLink key={retry.id} {...retry} />)
          )}
        </Row>
      </dl>
    </Panel>
  )
}

function RefreshLink({ id, number }: { id: string; number: number }) {
  return (
    <Link href={`/refreshes/${id}`} className="mr-2 font-mono text-xs underline underline-offset-2">
      {refreshName(number)}
    </Link>
  )
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-3 border-line border-t py-2 first:border-t-0 first:pt-0">
      <dt className="text-faint">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  )
}
