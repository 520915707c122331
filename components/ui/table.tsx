import type { ComponentProps } from 'react'

/** A table that scrolls by itself when it is wider than its panel. */
export function Table({ className = '', ...rest }: ComponentProps<'table'>) {
  return (
    <div className="overflow-x-auto">
      <table
        {...rest}
        className={`w-full border-collapse text-sm [&_td]:border-line [&_td]:border-t [&_td]:px-4 [&_td]:py-2 [&_th]:px-4 [&_th]:py-2 [&_th]:text-left [&_th]:font-medium [&_th]:text-muted [&_th]:text-xs ${className}`}
      />
    </div>
  )
}
