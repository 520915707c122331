import Link from 'next/link'
import type { CollectionCard } from '@/lib/domain/collections/collection-card-schema.ts'
import { formatCount } from '@/lib/format/count.ts'
import { Tag } from '../ui/tag.tsx'
import { Thumbnail } from '../ui/thumbnail.tsx'
import { LastRefresh } from './last-refresh.tsx'
import { Owner } from './owner.tsx'
import type { ShownRefresh } from './shown-refresh.ts'
import { tokensText } from './tokens-text.ts'

type Props = { card: CollectionCard; networkName: string; refresh: ShownRefresh | null; isOwn: boolean }

/** One collection: a row of the table, two columns of lines on phones. Its name links the whole row. */
export function CollectionRow({ card, networkName, refresh, isOwn }: Props) {
  const { address, failedLastTime, imageUrl, name, network, tokens } = card
  const href = `/${network}/${address}`
  return (
    <tr className="relative border-line border-t hover:bg-well max-md:grid max-md:grid-cols-[minmax(0,1fr)_auto] max-md:items-center max-md:gap-x-3 max-md:gap-y-2 max-md:px-4 max-md:py-3 max-md:first:border-t-0 md:h-14">
      <th scope="row" className="w-full text-left font-normal max-md:order-1 md:max-w-0 md:pl-4">
        <span className="flex min-w-0 items-center gap-3">
          <Thumbnail url={imageUrl} />
          <span className="flex min-w-0 flex-col items-start gap-0.5">
            <Link
              href={href}
              title={name}
              className="max-w-full truncate font-medium after:absolute after:inset-0"
            >
              {name}
            </Link>
            <Tag>{networkName}</Tag>
          </span>
        </span>
      </th>
      <td className="whitespace-nowrap text-right tabular-nums max-md:order-4 max-md:self-start">
        <span className={tokens?.isComplete ? '' : 'text-faint'}>{tokensText(tokens)}</span>
        {tokens ? <span className="md:hidden"> tokens</span> : null}
      </td>
      <td className="whitespace-nowrap max-md:order-2 max-md:self-start max-md:text-right">
        {failedLastTime > 0 ? (
          <Link
            href={`${href}?lastRefresh=failed`}
            className="relative inline-flex min-h-6 items-center font-medium text-failed underline decoration-failed-line underline-offset-2 hover:decoration-current"
          >
            {formatCount(failedLastTime)} failed<span className="sr-only"> of {name}</span>
          </Link>
        ) : (
          <span className="text-faint max-md:hidden">none</span>
        )}
      </td>
      <td className="max-md:order-3 md:max-w-48">
        <LastRefresh refresh={refresh} />
      </td>
      <td className="max-md:order-5 max-md:col-span-2 md:max-w-40 md:pr-4">
        <Owner card={card} isOwn={isOwn} />
      </td>
    </tr>
  )
}
