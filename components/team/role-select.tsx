'use client'
import { useId } from 'react'
import { type Role, roles } from '@/lib/domain/team/model.ts'
import { Select } from '../ui/forms/select.tsx'
import { roleText } from './role-text.ts'

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
        label={label}
        value={role}
        options={roles.map((value) => ({ value, words: roleText[value].title }))}
        onChange={onChange}
        isDisabled={isDisabled}
        className="w-28"
      />
    </div>
  )
}
