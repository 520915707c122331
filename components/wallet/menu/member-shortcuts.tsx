'use client'
import { useSession } from '@/lib/api/use-session.ts'
import { useSingleKeys } from '../../ui/overlays/use-shortcut.ts'

/** Single letters act only for members who want them to. */
export function MemberShortcuts() {
  useSingleKeys(useSession().preferences.shortcuts)
  return null
}
