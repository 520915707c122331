'use client'

import type { ReactNode } from 'react'
import { DialogFrame } from '../ui/overlays/dialog-frame.tsx'
import { Kbd } from '../ui/text/kbd.tsx'

type Props = { isOpen: boolean; onClose: () => void }

export function ShortcutList({ isOpen, onClose }: Props) {
  return (
    <DialogFrame
      isOpen={isOpen}
      onClose={onClose}
      title="Keyboard"
      description="Single keys work only outside text fields. You can switch them off in Settings."
      size="md"
    >
      <div className="grid grid-cols-2 divide-x divide-line max-md:grid-cols-1 max-md:divide-x-0 max-md:divide-y">
        <dl className="px-4 py-2">
          <Keys title="Find anything">
            <Kbd>Ctrl</Kbd> <Kbd>K</Kbd>
          </Keys>
          <Keys title="Search this page">
            <Kbd>/</Kbd>
          </Keys>
          <Keys title="This list">
            <Kbd>?</Kbd>
          </Keys>
          <Keys title="Clear, or close">
            <Kbd>Esc</Kbd>
          </Keys>
          <Keys title="Main button of a dialog">
            <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd>
          </Keys>
        </dl>
        <dl className="px-4 py-2">
          <Keys title="Move">
            <Kbd>J</Kbd> <Kbd>K</Kbd> or arrows
          </Keys>
          <Keys title="Select">
            <Kbd>X</Kbd> or <Kbd>Space</Kbd>
          </Keys>
          <Keys title="Select a range">
            <Kbd>Shift</Kbd> and click, arrow or space
          </Keys>
          <Keys title="Select this page">
            <Kbd>A</Kbd>
          </Keys>
          <Keys title="Review">
            <Kbd>R</Kbd>
          </Keys>
        </dl>
      </div>
    </DialogFrame>
  )
}

const Keys = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="flex min-h-8 items-center justify-between gap-3">
    <dt>{title}</dt>
    <dd className="text-right text-faint text-xs">{children}</dd>
  </div>
)
