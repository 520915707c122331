'use client'
import { useEffect, useState } from 'react'
import { useToast } from '../overlays/toast.tsx'
import { copy } from './copy.ts'

const SHOWN_MS = 2_000

/** Copies and confirms for two seconds; where copying isn't allowed, says which keys to press. */
export function useCopy(): { isCopied: boolean; copy: (text: string) => void } {
  const say = useToast()
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [isCopied])

  async function copyAndTell(text: string) {
    const isDone = await copy(text)
    setCopied(isDone)
    if (!isDone) say('This browser blocked copying. Select the text, then press Ctrl+C or ⌘C.')
  }

  return { isCopied, copy: (text) => void copyAndTell(text) }
}
