'use client'

import { Switch as Base } from '@base-ui/react/switch'
import type { ReactNode } from 'react'

type Props = { isOn: boolean; onChange: (isOn: boolean) => void; children: ReactNode; disabled?: boolean }

export function Switch({ isOn, onChange, children, disabled = false }: Props) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the switch inside carries the control.
    <label className="inline-flex min-h-6 items-center gap-2 text-sm">
      <Base.Root
        checked={isOn}
        disabled={disabled}
        onCheckedChange={(checked) => onChange(checked)}
        className="relative h-4.5 w-8 shrink-0 cursor-pointer rounded-full bg-line-control transition-colors data-checked:bg-accent data-disabled:opacity-55"
      >
        <Base.Thumb className="block size-3.5 translate-x-0.5 rounded-full bg-on-accent transition-transform data-checked:translate-x-4" />
      </Base.Root>
      {children}
    </label>
  )
}
