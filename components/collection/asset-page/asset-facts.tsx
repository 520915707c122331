import type { ReactNode } from 'react'
import type { Asset } from '../../../lib/domain/collections/model-schema.ts'
import type { NetworkSlug } from '../../../lib/domain/networks/network-slug.ts'
import { describeAssetStatus } from '../../../lib/networks/asset-words.ts'
import { Id } from '../../ui/text/id.tsx'
import { Time } from '../../ui/text/time.tsx'
import { LastRefreshState } from '../assets/last-refresh-state.tsx'

export function AssetFacts({ network, asset }: { network: NetworkSlug; asset: Asset }) {
  return (
    <dl className="divide-y divide-line rounded-lg border border-line bg-surface px-4 py-1">
      <Fact title="Token id">
        <Id value={asset.tokenId} kind="token" />
      </Fact>
      <Fact title="Last refresh">
        <span className="flex flex-wrap gap-x-3 text-xs">
          <LastRefreshState last={asset.lastRefresh} />
        </span>
      </Fact>
      <Fact title="Status">{describeAssetStatus(network, asset.status)}</Fact>
      <Fact title="Owner">
        <Id value={asset.owner} kind="address" />
      </Fact>
      <Fact title="Updated">{asset.updatedAt ? <Time at={asset.updatedAt} /> : 'not known'}</Fact>
      <Fact title="Created">{asset.createdAt ? <Time at={asset.createdAt} /> : 'not known'}</Fact>
      {asset.description ? <Fact title="Description">{asset.description}</Fact> : null}
      {asset.blockedImage ? (
        <Fact title="Image">
          <Id value={asset.blockedImage} kind="url" />
          <span className="block text-muted text-xs">browsers can’t load this address</span>
        </Fact>
      ) : null}
      {asset.imageUrl ? (
        <Fact title="Image">
          <Id value={asset.imageUrl} kind="url" />
        </Fact>
      ) : null}
    </dl>
  )
}

const Fact = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="grid grid-cols-[5.25rem_minmax(0,1fr)] gap-3 py-2">
    <dt className="text-muted">{title}</dt>
    <dd className="min-w-0 break-words">{children}</dd>
  </div>
)
