import { Facet } from './facet.tsx'

type Props<Value extends string> = {
  title: string
  name: string
  values: readonly Value[]
  /** Null means "any". */
  chosen: Value | null | undefined
  wordsOf: (value: Value) => string
  onChange: (value: Value | null) => void
}

/** A filter with at most one value. */
export function ChoiceFacet<Value extends string>(props: Props<Value>) {
  const { title, name, values, chosen, wordsOf, onChange } = props
  return (
    <Facet title={title} isOpen>
      <fieldset>
        <legend className="sr-only">{title}</legend>
        {[null, ...values].map((value) => (
          <label
            key={value ?? 'any'}
            className="flex min-h-7 cursor-pointer items-center gap-2.5 text-muted hover:text-text has-checked:text-text max-md:min-h-10"
          >
            <input
              type="radio"
              name={name}
              className="tick size-4 shrink-0 rounded-full"
              checked={chosen === value}
              onChange={() => onChange(value)}
            />
            {value === null ? 'Any' : wordsOf(value)}
          </label>
        ))}
      </fieldset>
    </Facet>
  )
}
