'use client'

import Link from 'next/link'
import { Checkbox } from '../../ui/forms/checkbox.tsx'
import { Id } from '../../ui/text/id.tsx'
import { Time } from '../../ui/text/time.tsx'
import { AssetImage } from '../frame/asset-image.tsx'
import { type AssetItemProps, keepControlled } from './asset-card.tsx'
import { assetTitle } from './asset-title.ts'
import { LastRefreshState } from './last-refresh-state.tsx'
import { traitText } from './trait-columns.ts'

type Props = AssetItemProps & { traits: readonly string[] }

export function AssetRow(props: Props) {
  const { asset, href, isSelected, isCurrent, rangeCount, traits } = props
  const name = assetTitle(asset)
  const tabIndex = isCurrent ? 0 : -1
  return (
    <tr
      data-token={asset.tokenId}
      onFocus={() => props.onTouch(asset.tokenId)}
      className={`${isSelected ? 'bg-accent-soft' : 'hover:bg-well'} has-[input:focus-visible]:outline-2 has-[input:focus-visible]:-outline-offset-2 has-[input:focus-visible]:outline-focus [&>*]:h-9 [&>*]:whitespace-nowrap [&>*]:border-line [&>*]:border-t [&>*]:pr-3`}
    >
      <td className="w-10 pl-4">
        <Checkbox
          tabIndex={tabIndex}
          aria-label={`Select ${name} ${asset.tokenId}`}
          checked={isSelected}
          onClick={(event) => props.onPick(asset.tokenId, event)}
          onChange={keepControlled}
          className="align-middle outline-none"
        />
      </td>
      <td className="w-11">
        <span className="block size-7 overflow-hidden rounded-sm">
          <AssetImage url={asset.imageUrl} blocked={asset.blockedImage} isSmall />
        </span>
      </td>
      <th scope="row" className="max-w-56 truncate text-left font-medium">
        <Link href={href} tabIndex={tabIndex} prefetch={false} title={name} className="hover:underline">
          {name}
        </Link>
        {rangeCount === null ? null : (
          <span className="ml-2 rounded-xs bg-accent px-1.5 py-px font-medium text-on-accent text-xs tabular-nums">
            {rangeCount} in range
          </span>
        )}
      </th>
      <td>
        <Id value={asset.tokenId} kind="token" />
      </td>
      <td className="w-56">
        <span className="flex justify-between gap-4">
          <LastRefreshState last={asset.lastRefresh} />
        </span>
      </td>
      {traits.map((trait) => (
        <td key={trait} className="max-w-40 truncate">
          {traitText(asset, trait) ?? <span className="text-faint text-xs">none</span>}
        </td>
      ))}
      <td className="text-faint text-xs tabular-nums">
        {asset.updatedAt ? <Time at={asset.updatedAt} /> : 'not known'}
      </td>
      <td>
        <Id value={asset.owner} kind="address" />
      </td>
    </tr>
  )
}
