import { ChevronDown } from 'lucide-react'

export type SelectOption<Value extends string> = { value: Value; words: string }

export type SelectProps<Value extends string> = {
  /** The chosen value; also names the control, unless a label does so by `id`. */
  label: string
  id?: string
  'aria-describedby'?: string
  value: Value
  options: readonly SelectOption<Value>[]
  onChange: (value: Value) => void
  /** Shown on the closed control instead of the value, such as the name of an unset filter. */
  placeholder?: string | undefined
  isDisabled?: boolean
  /** Marks a filter that is set. */
  isActive?: boolean
  className?: string
}

export const selectLook = (isActive: boolean, className: string): string =>
  `control inline-flex min-w-0 items-center justify-between gap-2 rounded-md border px-2.5 py-1 text-left text-sm disabled:opacity-60 ${
    isActive
      ? 'border-accent-line bg-accent-soft text-accent-text'
      : 'border-line-control bg-surface text-text'
  } ${className}`

export const SelectFace = ({ words = '' }: { words?: string | undefined }) => (
  <>
    <span className="truncate" title={words}>
      {words}
    </span>
    <ChevronDown aria-hidden className="size-4 shrink-0 text-faint" />
  </>
)
