import type { RefreshDetail } from '../../lib/domain/refreshes/model-schema.ts'
import { spread } from '../measure/spread.ts'
import { type Row, seconds } from '../row.ts'
import type { judge } from './judge.ts'
import type { Kill } from './kill.ts'

export function killRows(
  kills: Kill[],
  refreshes: RefreshDetail[],
  { there, settled, told, tokens, lost, doubled, faults }: ReturnType<typeof judge>,
): Row[] {
  const start = spread(kills.map(({ startMs }) => startMs))
  const moments = [...Map.groupBy(kills, ({ moment }) => moment)].map(
    ([name, all]) => `${all.length} ${name}`,
  )
  const late = kills.filter(({ isReached }) => !isReached).length
  const most = Math.max(...kills.map(({ processes }) => processes))
  return [
    [
      'Kills survived',
      `${kills.length} of ${kills.length}`,
      'all',
      `SIGKILL to all processes at once, ${most} at most: ${moments.join(', ')}${late ? `; ${late} not reached in a minute` : ''}; ready again ${seconds(start.p50)} (${seconds(start.min)} to ${seconds(start.max)}) after the next start`,
    ],
    [
      'Kills, refreshes that were answered and have their end',
      `${settled} of ${kills.length}`,
      'all',
      `${there} are there`,
    ],
    ['Kills, tokens with an outcome', `${told} of ${tokens}`, 'all', doubts(refreshes)],
    ['Kills, tokens lost', String(lost), '0', 'never taken by the network'],
    ['Kills, tokens doubled', String(doubled), '0', 'taken more than once, by the record of the network'],
    [
      'Kills, other faults',
      String(faults.length),
      '0',
      faults.slice(0, 5).join('; ') || 'totals, batches, failures and references agree',
    ],
  ]
}

/** What the kills cost: requests whose answer was lost with the desk. */
function doubts(refreshes: RefreshDetail[]): string {
  const count = (kind: string) =>
    refreshes.reduce((sum, { activity }) => sum + activity.filter((one) => one.kind === kind).length, 0)
  return `${count('batch_lost')} requests in doubt, ${count('batch_found')} found, ${count('batch_sent_again')} sent again, ${count('batch_needs_person')} asked a person`
}
