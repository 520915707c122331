'use client'

import dynamic from 'next/dynamic'
import type { ComponentType } from 'react'
import { useHasOpened } from './use-has-opened.ts'

/** A dialog whose code is loaded when it first opens. */
export function onOpening<Props extends { isOpen: boolean }>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const Loaded = dynamic(load, { ssr: false }) as ComponentType<Props>
  // biome-ignore lint/correctness/noComponentHookFactories: called at module level alone, as React's own `lazy`.
  return function OnOpening(props: Props) {
    return useHasOpened(props.isOpen) ? <Loaded {...props} /> : null
  }
}
