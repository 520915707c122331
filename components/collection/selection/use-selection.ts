'use client'

import { useSyncExternalStore } from 'react'
import {
  emptySelection,
  isEmptySelection,
  readSelection,
  type Selection,
  writeSelection,
} from '../../../lib/domain/assets/selection.ts'

const selections = new Map<string, Selection>()
const listeners = new Set<() => void>()

function read(collection: string): Selection {
  const known = selections.get(collection)
  if (known) return known
  const stored = readSelection(findStored(collection))
  selections.set(collection, stored)
  return stored
}

function findStored(collection: string): string | null {
  try {
    return sessionStorage.getItem(`desk-selection ${collection}`)
  } catch {
    return null
  }
}

function write(collection: string, selection: Selection) {
  selections.set(collection, selection)
  try {
    // Removed first, so that a selection too large to store leaves no older one behind.
    sessionStorage.removeItem(`desk-selection ${collection}`)
    if (!isEmptySelection(selection)) {
      sessionStorage.setItem(`desk-selection ${collection}`, writeSelection(selection))
    }
  } catch {
    // Without storage, or room in it, the selection lasts as long as the page.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The selection of one collection, kept for this tab. `collection` is network and address. */
export function useSelection(collection: string) {
  const selection = useSyncExternalStore(
    subscribe,
    () => read(collection),
    (): Selection => emptySelection,
  )
  return {
    selection,
    update: (act: (selection: Selection) => Selection) => write(collection, act(read(collection))),
  }
}

export type SelectionUpdate = ReturnType<typeof useSelection>['update']
