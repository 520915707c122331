'use client'
import { useId } from 'react'
import { Role, roles } from '@/lib/team/model.ts'
import { Select } from '../ui/field.tsx'
import { roleWords } from './role-words.ts'

type Props = {
  label: string
  role: Role
  onChange: (role: Role) => void
  isDisabled?: boolean
  hasHiddenLabel?: boolean
}

export function RoleSelect({ label, role, onChange, isDisabled = false, hasHiddenLabel = false }: Props) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className={hasHiddenLabel ? 'sr-only' : 'mb-1.5 block text-sm font-medium'}>
        {label}
      </label>
      <Select
        id={id}
        value={role}
        disabled={isDisabled}
        onChange={(event) => onChange(Role.parse(event.target.value))}
      >
        {roles.map((value) => (
          <option key={value} value={value}>
            {roleWords[value].title}
          </option>
        ))}
      </Select>
    </div>
  )
}
