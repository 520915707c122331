'use client'

import type { ComponentProps } from 'react'

type Props = Omit<ComponentProps<'input'>, 'type' | 'ref'> & { isMixed?: boolean }

/** A native checkbox in our colours, because browsers' own look disabled on dark; mixed means "some". */
export function Checkbox({ isMixed = false, className = '', ...rest }: Props) {
  return (
    <input
      {...rest}
      type="checkbox"
      ref={(input) => {
        if (input) input.indeterminate = isMixed
      }}
      className={`tick size-4 shrink-0 cursor-pointer rounded-xs disabled:cursor-default ${className}`}
    />
  )
}
