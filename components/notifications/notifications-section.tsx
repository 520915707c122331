'use client'

import { Bell, CircleCheck, CircleX } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import {
  type Notifications,
  permitNotifications,
  switchNotifications,
  useNotifications,
} from './notification-switch.ts'
import { showNotice } from './show-notice.ts'

const obstacles: Partial<Record<Notifications, string>> = {
  insecure:
    'Browsers allow notifications only over https. This desk is open over plain http: put it behind https to use them.',
  missing: 'This browser has no notifications for web pages.',
  blocked:
    'This browser blocks notifications from this desk. Allow them in the site settings, beside the address, and come back here.',
}

const sample = {
  title: 'Refresh Desk',
  body: 'This is how the desk tells you that something needs you.',
  href: '/settings',
  tag: 'desk-test',
}

/** Switches the browser's own notifications on and off, for this browser alone. */
export function NotificationsSection() {
  const state = useNotifications()
  const [result, setResult] = useState('')
  const obstacle = obstacles[state]
  const turnOn = async () => {
    await permitNotifications()
    setResult(
      Notification.permission === 'default' ? 'The browser was not allowed to. You can try again.' : '',
    )
  }
  const turnOff = () => {
    switchNotifications(false)
    setResult('')
  }
  const test = () =>
    setResult(showNotice(sample) ? 'Sent.' : 'This browser shows notifications only for installed apps.')
  return (
    <Panel title="Notifications" detail="When a refresh newly needs you while you look elsewhere.">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Bell aria-hidden className="size-4 text-faint" />
        <div className="min-w-0 flex-1 basis-52">
          <p className="font-medium">This browser</p>
          <p id="notifications-obstacle" className="text-muted text-xs">
            {obstacle ?? 'Only for you, and only while a page of the desk is open.'}
          </p>
        </div>
        {state === 'on' ? (
          <>
            <State tone="succeeded" icon={CircleCheck} words="On" />
            <Button onClick={test}>Test</Button>
          </>
        ) : null}
        {state === 'blocked' ? <State tone="failed" icon={CircleX} words="Blocked" /> : null}
        {state === 'unknown' ? null : (
          // One button for both, so that the focus stays on it.
          <Button
            disabled={obstacle !== undefined}
            aria-describedby={obstacle ? 'notifications-obstacle' : undefined}
            onClick={state === 'on' ? turnOff : () => void turnOn()}
          >
            {state === 'on' ? 'Turn off' : 'Turn on'}
          </Button>
        )}
      </div>
      <p role="status" className="mt-2 text-muted text-xs empty:hidden">
        {result}
      </p>
      <p className="mt-3 border-line border-t pt-3 text-faint text-xs">
        A notification holds the number and the title of the refresh, and a link. Nothing of it leaves this
        browser.
      </p>
    </Panel>
  )
}
