'use client'

import Link from 'next/link'
import type { MouseEvent } from 'react'
import type { Asset } from '../../../lib/domain/collections/model-schema.ts'
import { Checkbox } from '../../ui/forms/checkbox.tsx'
import { AssetImage } from '../frame/asset-image.tsx'
import { shortTokenId } from '../frame/short-token-id.ts'
import { assetTitle } from './asset-title.ts'
import { LastRefreshState } from './last-refresh-state.tsx'

export type AssetItemProps = {
  asset: Asset
  href: string
  isSelected: boolean
  /** The one item of the list that Tab reaches. */
  isCurrent: boolean
  /** The size of the range that ends here; null elsewhere. */
  rangeCount: number | null
  /** Whether checkboxes show without hovering. */
  isSelecting: boolean
  onPick: (id: string, event: MouseEvent) => void
  onExtend: (id: string) => void
  onTouch: (id: string) => void
}

export function AssetCard(props: AssetItemProps) {
  const { asset, href, isSelected, isCurrent, rangeCount, isSelecting } = props
  const name = assetTitle(asset)
  const tabIndex = isCurrent ? 0 : -1
  return (
    <li
      data-token={asset.tokenId}
      onClickCapture={(event) => {
        // Shift+click on the picture or name selects a range instead of opening a new window.
        if (!event.shiftKey || !(event.target instanceof Element) || !event.target.closest('a')) return
        event.preventDefault()
        props.onExtend(asset.tokenId)
      }}
      onFocus={() => props.onTouch(asset.tokenId)}
      className={`group relative rounded-lg border ${
        isSelected
          ? 'border-accent bg-accent-soft shadow-[inset_0_0_0_1px_var(--accent)]'
          : 'border-line bg-surface hover:border-line-strong'
      } has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-focus has-[input:focus-visible]:outline-offset-2`}
    >
      <label
        htmlFor={`pick-${asset.tokenId}`}
        className="absolute top-0 left-0 z-1 cursor-pointer p-2 max-md:p-3"
      >
        <Checkbox
          id={`pick-${asset.tokenId}`}
          tabIndex={tabIndex}
          checked={isSelected}
          onClick={(event) => props.onPick(asset.tokenId, event)}
          onChange={keepControlled}
          className={`size-4.5 shadow-[0_0_0_2px_color-mix(in_srgb,var(--surface)_60%,transparent)] outline-none ${
            isSelecting || isSelected
              ? ''
              : 'pointer-fine:opacity-0 group-focus-within:opacity-100 group-hover:opacity-100'
          }`}
        />
        <span className="sr-only">
          Select {name} {asset.tokenId}
        </span>
      </label>
      {rangeCount === null ? null : (
        <span className="absolute top-2 right-2 z-1 rounded-xs bg-accent px-1.5 py-px font-medium text-on-accent text-xs tabular-nums">
          {rangeCount} in range
        </span>
      )}
      <Link
        href={href}
        tabIndex={-1}
        aria-hidden
        prefetch={false}
        className="block overflow-hidden rounded-t-[9px]"
      >
        <AssetImage url={asset.imageUrl} blocked={asset.blockedImage} />
      </Link>
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-1.5 gap-y-0.5 p-2">
        <Link
          href={href}
          tabIndex={tabIndex}
          prefetch={false}
          title={name}
          className="truncate font-medium hover:underline"
        >
          {name}
        </Link>
        <code className="max-w-24 truncate font-mono text-faint text-xs" title={asset.tokenId}>
          #{shortTokenId(asset.tokenId)}
        </code>
        <p className="col-span-full flex justify-between gap-1.5 overflow-hidden text-xs">
          <LastRefreshState last={asset.lastRefresh} isShort />
        </p>
      </div>
    </li>
  )
}

/** React requires a change handler on a controlled checkbox; the click event carries the Shift key. */
export const keepControlled = () => undefined
