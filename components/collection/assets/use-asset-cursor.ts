'use client'

import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react'
import {
  addTokens,
  extendSelection,
  isSelected,
  type Selection,
  toggleToken,
} from '../../../lib/domain/assets/selection.ts'
import { useShortcut } from '../../ui/overlays/use-shortcut.ts'
import type { SelectionUpdate } from '../selection/use-selection.ts'
import { findNeighbour } from './find-neighbour.ts'

type Range = { from: string; to: string }

/** Moves a roving focus over the shown assets; keys and clicks change the selection. */
export function useAssetCursor(ids: readonly string[], selection: Selection, update: SelectionUpdate) {
  const listRef = useRef<HTMLDivElement>(null)
  const [cursor, setCursor] = useState<string | null>(null)
  const [range, setRange] = useState<Range | null>(null)
  const current = cursor !== null && ids.includes(cursor) ? cursor : (ids[0] ?? null)

  function focus(id: string) {
    setCursor(id)
    listRef.current?.querySelector<HTMLElement>(`[data-token="${id}"] input`)?.focus()
  }

  function toggle(id: string) {
    setCursor(id)
    setRange(null)
    update((before) => toggleToken(before, id))
  }

  function extend(id: string) {
    const anchor = selection.anchor
    const from = range && range.to === anchor ? range.from : anchor
    setCursor(id)
    setRange(from !== null && from !== id && ids.includes(from) ? { from, to: id } : null)
    update((before) => extendSelection(before, id, ids))
  }

  /** Shift with an arrow also selects the token it starts from. */
  function extendByKey(from: string, to: string) {
    if (selection.anchor === from) return extend(to)
    setCursor(to)
    setRange({ from, to })
    update((before) => {
      const started = isSelected(before, from) ? { ...before, anchor: from } : toggleToken(before, from)
      return extendSelection(started, to, ids)
    })
  }

  function move(key: string, isExtending: boolean) {
    if (current === null) return
    const next =
      cursor === null && !isExtending
        ? current
        : findNeighbour(ids, current, key, countColumns(listRef.current))
    focus(next)
    if (!isExtending) setRange(null)
    else if (next !== current) extendByKey(current, next)
  }

  function handleKeyDown(event: KeyboardEvent) {
    if (!(event.target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return
    if (/^(Arrow|Home|End)/.test(event.key)) {
      event.preventDefault()
      move(event.key, event.shiftKey)
    } else if (event.key === ' ' && event.shiftKey && event.target.matches('[data-token] input')) {
      event.preventDefault()
      if (current) extend(current)
    }
  }

  useShortcut('j', () => move('ArrowRight', false))
  useShortcut('k', () => move('ArrowLeft', false))
  useShortcut('x', () => current && toggle(current))
  useShortcut('a', () => {
    setRange(null)
    update((before) => addTokens(before, ids))
  })

  return {
    listRef,
    current,
    range: range && { ...range, count: Math.abs(ids.indexOf(range.from) - ids.indexOf(range.to)) + 1 },
    listProps: { onKeyDown: handleKeyDown },
    onPick: (id: string, event: MouseEvent) => (event.shiftKey ? extend(id) : toggle(id)),
    onExtend: extend,
    onTouch: setCursor,
  }
}

function countColumns(list: HTMLElement | null): number {
  const items = [...(list?.querySelectorAll<HTMLElement>('[data-token]') ?? [])]
  return Math.max(1, items.filter((item) => item.offsetTop === items[0]?.offsetTop).length)
}

export type AssetCursor = ReturnType<typeof useAssetCursor>
