import type { ReactNode } from 'react'

type Props = { isOn: boolean; onChange: (isOn: boolean) => void; children: ReactNode; disabled?: boolean }

export function Switch({ isOn, onChange, children, disabled = false }: Props) {
  return (
    <label className="inline-flex min-h-6 items-center gap-2 text-sm">
      <input
        type="checkbox"
        role="switch"
        checked={isOn}
        aria-checked={isOn}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
        className="inline-flex h-4.5 w-8 shrink-0 cursor-pointer appearance-none items-center rounded-full bg-line-control transition-colors before:block before:size-3.5 before:translate-x-0.5 before:rounded-full before:bg-on-accent before:transition-transform before:content-[''] checked:bg-accent checked:before:translate-x-4 disabled:opacity-55"
      />
      {children}
    </label>
  )
}
