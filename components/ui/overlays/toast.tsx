'use client'

import dynamic from 'next/dynamic'
import { createContext, type ReactNode, use, useState } from 'react'
import type { Said } from './toast-stack.tsx'

const Say = createContext<(words: string) => void>(() => {})

// There is no toast at first paint, so its code is loaded later.
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

/** Shows a short message that needs no answer. */
export const useToast = (): ((words: string) => void) => use(Say)
