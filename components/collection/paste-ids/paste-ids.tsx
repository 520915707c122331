'use client'

import dynamic from 'next/dynamic'
import { useHasOpened } from '../../ui/overlays/use-has-opened.ts'
import type { PasteIdsProps } from './paste-ids-dialog.tsx'

const PasteIdsDialog = dynamic(
  () => import('./paste-ids-dialog.tsx').then((module) => module.PasteIdsDialog),
  { ssr: false },
)

export function PasteIds(props: PasteIdsProps) {
  return useHasOpened(props.isOpen) ? <PasteIdsDialog {...props} /> : null
}
