'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useSession } from '@/lib/api/use-session.ts'
import { useNotifications } from './notification-switch.ts'

/** Tells the member through the browser what newly needs them, once they have switched that on. */
export function Notifier() {
  const isOn = useNotifications() === 'on'
  const client = useQueryClient()
  const { address, role } = useSession().member
  useEffect(() => {
    if (!isOn) return
    let isOver = false
    let stop = () => {}
    // Few have it on; without it the page works as before.
    import('./watch-needs.ts')
      .then(({ watchNeeds }) => {
        if (!isOver) stop = watchNeeds(client, { address, role })
      })
      .catch(() => {})
    return () => {
      isOver = true
      stop()
    }
  }, [isOn, client, address, role])
  return null
}
