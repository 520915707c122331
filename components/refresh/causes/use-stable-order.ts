'use client'

import { useState } from 'react'

/** Appends new items at the end, so that rows don't jump. */
export function useStableOrder<Item extends { key: string }>(items: Item[]): Item[] {
  const [order, setOrder] = useState<string[]>([])
  const fresh = items.filter(({ key }) => !order.includes(key)).map(({ key }) => key)
  if (fresh.length > 0) setOrder([...order, ...fresh])
  const places = new Map([...order, ...fresh].map((key, place) => [key, place]))
  return items.toSorted((a, b) => (places.get(a.key) ?? 0) - (places.get(b.key) ?? 0))
}
