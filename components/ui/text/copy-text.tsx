'use client'
import { Check, Copy } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../button.tsx'
import { useCopy } from './use-copy.ts'

type Props = { label: string; text: string | (() => string); icon?: ReactNode }

export function CopyText({ label, text, icon = <Copy aria-hidden /> }: Props) {
  const { isCopied, copy } = useCopy()
  return (
    <Button onClick={() => copy(typeof text === 'string' ? text : text())}>
      {isCopied ? <Check aria-hidden /> : icon}
      <span aria-live="polite">{isCopied ? 'Copied' : label}</span>
    </Button>
  )
}
