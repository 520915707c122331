import type { Activity } from '@/lib/domain/refreshes/activity/activity-schema.ts'
import { shortAddress } from '@/lib/format/address.ts'
import { Panel } from '../../ui/panel.tsx'
import { useZone } from '../../ui/text/clock.tsx'
import { Time } from '../../ui/text/time.tsx'
import { activityText } from '../activity/activity-text.ts'

const tones: Partial<Record<Activity['kind'], string>> = {
  batch_lost: 'text-unknown',
  batch_rejected: 'text-failed',
  waiting_quota: 'text-waiting',
  waiting_authority: 'text-waiting',
  backoff: 'text-waiting',
  paused: 'text-waiting',
  held: 'text-failed',
  batch_needs_person: 'text-unknown',
}

export function ActivityCard({ activity }: { activity: Activity[] }) {
  const zone = useZone()
  return (
    <Panel title="Activity">
      <ol className="grid gap-2 text-sm">
        {activity.map((item) => (
          <li key={item.id} className="grid grid-cols-[4.25rem_minmax(0,1fr)] gap-2">
            <Time at={item.at} style="seconds" className="text-faint text-xs leading-5" />
            <span className={`min-w-0 wrap-anywhere ${tones[item.kind] ?? 'text-muted'}`}>
              {item.by ? (
                <strong className="font-semibold text-text">
                  {item.by.name ?? shortAddress(item.by.address)}{' '}
                </strong>
              ) : null}
              <span className={item.by ? '' : 'inline-block first-letter:uppercase'}>
                {activityText(item, zone)}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
