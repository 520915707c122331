'use client'

import { Select as Base } from '@base-ui/react/select'
import { Check } from 'lucide-react'
import { SelectFace, type SelectProps, selectLook } from './select-face.tsx'

/** The full select. It mounts open, because the first press on its face loads it. */
export function SelectList<Value extends string>({
  label,
  value,
  options,
  onChange,
  placeholder,
  isDisabled = false,
  isActive = false,
  className = '',
  ...wiring
}: SelectProps<Value>) {
  const chosen = options.find((option) => option.value === value)
  return (
    <Base.Root
      defaultOpen
      modal={false}
      value={value}
      disabled={isDisabled}
      onValueChange={(next) => next !== null && onChange(next)}
    >
      <Base.Trigger
        {...wiring}
        aria-label={wiring.id ? undefined : label}
        className={selectLook(isActive, className)}
      >
        <SelectFace words={placeholder ?? chosen?.words} />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} align="start" alignItemWithTrigger={false} className="z-50">
          <Base.Popup className="max-h-(--available-height) min-w-(--anchor-width) max-w-80 overflow-y-auto rounded-md border border-line bg-raised p-1 shadow-md outline-none">
            <Base.List aria-label={label}>
              {options.map((option) => (
                <Base.Item
                  key={option.value}
                  value={option.value}
                  className="flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 py-1 text-sm outline-none data-highlighted:bg-track pointer-coarse:min-h-10"
                >
                  <span className="size-3.5 shrink-0">
                    <Base.ItemIndicator>
                      <Check aria-hidden className="size-3.5" />
                    </Base.ItemIndicator>
                  </span>
                  <Base.ItemText className="min-w-0 wrap-anywhere">{option.words}</Base.ItemText>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
