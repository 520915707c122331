'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { Button } from '../button.tsx'
import { DialogFoot } from './dialog-footer.tsx'

const widths = { sm: 'md:max-w-md', md: 'md:max-w-xl', lg: 'md:max-w-4xl' }

type DialogProps = {
  isOpen: boolean
  onClose: () => void
  title: ReactNode
  description?: ReactNode
  size?: keyof typeof widths
  /** Keeps the dialog open on Escape and outside clicks, because its content can't be shown again. */
  isKept?: boolean
  children: ReactNode
}

/**
 * A modal that traps and restores the focus; a bottom sheet on phones. Its footer (`DialogFooter`) stays visible, and
 * Ctrl+Enter presses the primary button there. The focus starts at the field marked `data-first`, else at the dialog
 * itself: on the close button, Enter would close it at once.
 */
export function DialogFrame({
  isOpen,
  onClose,
  title,
  description,
  size = 'md',
  isKept = false,
  children,
}: DialogProps) {
  const popup = useRef<HTMLDivElement>(null)
  const [foot, setFoot] = useState<HTMLElement | null>(null)
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    foot?.querySelector<HTMLElement>('[data-primary]:enabled')?.click()
  }
  return (
    <Base.Root
      open={isOpen}
      onOpenChange={(open, { reason }) => open || (isKept && reason !== 'close-press') || onClose()}
    >
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-backdrop" />
        <Base.Popup
          ref={popup}
          onKeyDown={handleKeyDown}
          initialFocus={() => popup.current?.querySelector<HTMLElement>('[data-first]') ?? popup.current}
          className={`fixed z-40 flex max-h-[92dvh] w-full flex-col overflow-hidden border border-line bg-raised shadow-lg outline-none max-md:inset-x-0 max-md:bottom-0 max-md:rounded-t-lg md:top-1/2 md:left-1/2 md:w-[calc(100vw-3rem)] md:-translate-x-1/2 md:-translate-y-1/2 md:rounded-lg ${widths[size]}`}
        >
          <header className="flex items-start gap-3 border-line border-b px-5 py-3.5">
            <div className="min-w-0">
              <Base.Title className="font-semibold text-lg">{title}</Base.Title>
              {description ? (
                <Base.Description className="text-faint text-xs">{description}</Base.Description>
              ) : null}
            </div>
            <Base.Close render={<Button variant="quiet" isIcon aria-label="Close" className="ml-auto" />}>
              <X aria-hidden />
            </Base.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto">
            <DialogFoot value={foot}>{children}</DialogFoot>
          </div>
          <footer
            ref={setFoot}
            className="flex flex-wrap justify-end gap-3 border-line border-t px-5 py-3 empty:hidden max-md:px-4 max-md:pb-[calc(0.75rem+env(safe-area-inset-bottom))]"
          />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
