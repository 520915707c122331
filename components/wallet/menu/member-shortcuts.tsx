'use client'
import { useSession } from '@/lib/api/use-session.ts'
import { useSingleKeys } from '../../ui/overlays/use-shortcut.ts'

/** Turns single-letter shortcuts on or off as the member prefers. */
export function MemberShortcuts() {
  useSingleKeys(useSession().preferences.shortcuts)
  return null
}
