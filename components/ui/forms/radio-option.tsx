'use client'

import type { ReactNode } from 'react'

type Props = {
  name: string
  isChecked: boolean
  onCheck: () => void
  title: ReactNode
  aside?: ReactNode
  children?: ReactNode
}

/** One radio option with a description. Use inside a fieldset. */
export function RadioOption({ name, isChecked, onCheck, title, aside, children }: Props) {
  return (
    <label className="grid cursor-pointer grid-cols-[1rem_minmax(0,1fr)_auto] items-center gap-x-2.5 border-line border-t px-3 py-2 first-of-type:border-t-0 has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:-outline-offset-2 max-md:min-h-10">
      <input
        type="radio"
        name={name}
        checked={isChecked}
        onChange={onCheck}
        className="size-4 cursor-pointer appearance-none rounded-full border border-line-control bg-surface outline-none checked:border-5 checked:border-accent"
      />
      <span className="min-w-0 wrap-anywhere font-medium">{title}</span>
      <span className="text-faint text-xs whitespace-nowrap">{aside}</span>
      {children ? (
        <span className="col-span-2 col-start-2 min-w-0 text-faint text-xs">{children}</span>
      ) : null}
    </label>
  )
}
