'use client'

import dynamic from 'next/dynamic'
import type { DialogProps } from './dialog-frame.tsx'
import { useHasOpened } from './use-has-opened.ts'

const DialogFrame = dynamic(() => import('./dialog-frame.tsx').then((module) => module.DialogFrame), {
  ssr: false,
})

export function Dialog(props: DialogProps) {
  return useHasOpened(props.isOpen) ? <DialogFrame {...props} /> : null
}
