import type { DayTallies } from '@/lib/domain/refreshes/activity/team-activity-schema.ts'
import { formatShort } from '@/lib/format/count.ts'
import { dayNames, daysText } from './days-text.ts'
import { plotTicks } from './plot-scale.ts'

const BAR_SHARE = 0.78
/** In percent: a day on which little failed shows that something did. */
const LEAST_HEIGHT = 1

/** Refreshed and failed tokens of each day as stacked bars; in words for who does not see them. */
export function DaysPlot({ days, zone }: { days: DayTallies['days']; zone: string }) {
  const ticks = plotTicks(Math.max(...days.map(({ refreshed, failed }) => refreshed + failed)))
  const top = ticks.at(-1) ?? 1
  const slot = 100 / days.length
  const heightOf = (count: number) => (count === 0 ? 0 : Math.max(LEAST_HEIGHT, (count / top) * 100))
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-2xs text-faint">
      <div aria-hidden className="flex h-28 flex-col-reverse justify-between text-right leading-none">
        {ticks.map((tick) => (
          <span key={tick} className="flex h-0 items-center justify-end">
            {formatShort(tick)}
          </span>
        ))}
      </div>
      <svg role="img" aria-label={daysText(days, zone)} className="h-28 w-full overflow-visible">
        {ticks.map((tick) => (
          <line
            key={tick}
            x1="0"
            x2="100%"
            y1={`${100 - (tick / top) * 100}%`}
            y2={`${100 - (tick / top) * 100}%`}
            className="stroke-line"
          />
        ))}
        {days.map(({ from, refreshed, failed }, at) => {
          const [good, bad] = [heightOf(refreshed), heightOf(failed)]
          const place = { x: `${slot * (at + (1 - BAR_SHARE) / 2)}%`, width: `${slot * BAR_SHARE}%` }
          return (
            <g key={from}>
              <rect {...place} y={`${100 - good}%`} height={`${good}%`} className="fill-succeeded-fill" />
              <rect {...place} y={`${100 - good - bad}%`} height={`${bad}%`} className="fill-failed-fill" />
            </g>
          )
        })}
      </svg>
      <div aria-hidden className="col-start-2 mt-1.5 flex">
        {dayNames(days, zone).map((name, at) => (
          <span key={days[at]?.from} className="flex-1 text-center">
            {name}
          </span>
        ))}
      </div>
    </div>
  )
}
