'use client'

import { Toast } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'

export type Said = { id: number; words: string }

export function ToastStack({ said }: { said: Said[] }) {
  return (
    <Toast.Provider>
      <Adder said={said} />
      <Toast.Portal>
        <Toast.Viewport className="fixed inset-x-4 bottom-20 z-50 mx-auto flex w-auto max-w-sm flex-col gap-2 md:bottom-6">
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function Adder({ said }: { said: Said[] }) {
  const { add } = Toast.useToastManager()
  const shown = useRef(0)
  useEffect(() => {
    for (const { words } of said.slice(shown.current)) add({ title: words })
    shown.current = said.length
  }, [said, add])
  return null
}

function Toasts() {
  return Toast.useToastManager().toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className="rounded-md border border-line bg-raised px-3 py-2 text-sm shadow-md"
    >
      <Toast.Content className="flex items-center gap-2">
        <Toast.Title className="min-w-0 flex-1" />
        <Toast.Close
          aria-label="Dismiss"
          className="inline-flex size-6 items-center justify-center text-faint"
        >
          <X aria-hidden className="size-4" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ))
}
