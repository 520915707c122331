'use client'

import dynamic from 'next/dynamic'
import { createContext, type ReactNode, use, useState } from 'react'
import type { Said } from './toast-stack.tsx'

const Say = createContext<(words: string) => void>(() => {})

// Nobody has been told anything at the first view of a page, so what shows it comes later.
const ToastStack = dynamic(() => import('./toast-stack.tsx').then((module) => module.ToastStack), {
  ssr: false,
})

export function ToastProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<Said[]>([])
  const [say] = useState(
    () => (words: string) => setSaid((before) => [...before, { id: before.length, words }]),
  )
  return (
    <Say value={say}>
      {children}
      {said.length > 0 ? <ToastStack said={said} /> : null}
    </Say>
  )
}

/** Says a short thing that needs no answer. */
export const useToast = (): ((words: string) => void) => use(Say)
