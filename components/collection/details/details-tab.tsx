'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { type CollectionKey, collectionQuery } from '../../../lib/api/collections.ts'
import { describeErrorCode, errorCodes } from '../../../lib/domain/failures/error-codes.ts'
import type { Fact } from '../../../lib/networks/provider/words.ts'
import { wordsOf } from '../../../lib/networks/words.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useViewer } from '../frame/use-viewer.ts'
import { signatureFact } from './details-text.ts'
import { MetadataUrlCheck } from './metadata-url-check.tsx'
import { TakeOwnership } from './take-ownership.tsx'

export function DetailsTab({ collectionKey }: { collectionKey: CollectionKey }) {
  const reader = useViewer(collectionKey.network)
  const { data } = useQuery(collectionQuery(collectionKey))
  if (!data) return <Skeleton className="h-96 w-full" />
  const isLocal = collectionKey.network === 'imx-local'
  const words = wordsOf(collectionKey.network)
  const { networkName, batchSize } = reader
  const limits = words.limits({ networkName, batchSize, hourly: data.quota.limit })
  return (
    <div className="grid grid-cols-2 items-start gap-5 max-lg:grid-cols-1">
      <Section title="Your metadata API" lede="Where the network reads this collection’s metadata.">
        <MetadataUrlCheck url={data.metadataApiUrl} isLocal={isLocal} />
        <Facts facts={words.originRules} />
      </Section>
      <Section title={`What ${networkName} allows`} lede="Limits of the network. No tool can change them.">
        <Facts facts={[...limits, signatureFact]} />
        {isLocal && reader.isDemo ? <TakeOwnership collection={data} /> : null}
      </Section>
      <Section title="Why a token fails" lede={words.errorCodes}>
        <dl className="divide-y divide-line">
          {Object.keys(errorCodes).map((code) => {
            const { title, what, advice } = describeErrorCode(code)
            return (
              <div key={code} className="grid gap-1 py-3">
                <dt>
                  <span className="font-medium">{title}</span>{' '}
                  <code className="break-all font-mono text-faint text-xs">{code}</code>
                </dt>
                <dd className="grid gap-1 text-muted">
                  <p>{what}</p>
                  <p>{advice}</p>
                </dd>
              </div>
            )
          })}
        </dl>
      </Section>
      <Section title="What the statuses mean" lede="Statuses of requests and of tokens.">
        <h3 className="pt-2 font-medium">A request</h3>
        <Facts facts={words.requestStatuses} isCode />
        <h3 className="pt-3 font-medium">A token</h3>
        <Facts facts={Object.values(words.assetStatuses)} />
      </Section>
      <Section title="Your scripts" lede={words.scripts}>
        <p className="py-2 text-muted">
          Change one line of a script, and its refreshes of this collection appear in this history too, live
          and with their failures.{' '}
          <Link href="/settings" className="text-accent-text underline underline-offset-2">
            Create an access token in Settings
          </Link>{' '}
          to see which line.
        </p>
      </Section>
    </div>
  )
}

type SectionProps = { title: string; lede: string; children: ReactNode }

const Section = ({ title, lede, children }: SectionProps) => (
  <section className="rounded-lg border border-line bg-surface px-4 py-3">
    <h2 className="font-semibold text-lg">{title}</h2>
    <p className="pb-1 text-faint text-xs">{lede}</p>
    {children}
  </section>
)

type FactsProps = { facts: readonly Fact[]; isCode?: boolean }

const Facts = ({ facts, isCode = false }: FactsProps) => (
  <dl className="divide-y divide-line">
    {facts.map(({ title, words }) => (
      <div key={title} className="grid gap-0.5 py-2.5">
        <dt className={isCode ? 'font-mono text-sm' : 'font-medium'}>{title}</dt>
        <dd className="text-muted">{words}</dd>
      </div>
    ))}
  </dl>
)
