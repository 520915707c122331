import { type Row, seconds } from '../row.ts'
import type { scriptRun } from './script-run.ts'
import type { watchedRun } from './watched-run.ts'

export type Run = Awaited<ReturnType<typeof scriptRun>>
export type Watched = Awaited<ReturnType<typeof watchedRun>>

const ratio = ({ networkMs, lateMs }: Run) => ((networkMs + lateMs) / networkMs).toFixed(3)
const took = ({ networkMs, lateMs }: Run) =>
  `the network took ${seconds(networkMs)}, the end was known ${seconds(lateMs)} later`

export function scriptRows(who: string, script: Run): Row[] {
  return [
    [`${who}, 10,000 tokens`, ratio(script), '', took(script)],
    [`${who}, upstream requests`, String(script.requests.total), '', script.requests.detail],
    [`${who}, wallet signatures`, String(script.signatures), '', 'one for each call'],
  ]
}

/** How soon the desk knew the end, and what it asked for that. */
export function deskRows(who: string, run: Run, script: Run): Row[] {
  const { total, detail } = run.requests
  const share = (total / script.requests.total).toFixed(3)
  return [
    [`${who}, 10,000 tokens`, ratio(run), 'at most 1.05', took(run)],
    [`${who}, upstream requests`, `${total}, ${share} of the script's`, 'at most 0.1', detail],
  ]
}

export const signatureRow = (who: string, run: Watched): Row => [
  `${who}, wallet signatures`,
  String(run.signatures),
  '1',
  'sign-in not counted',
]

/** What many who watch cost over one. */
export function crowdRows(who: string, viewers: number, run: Watched, alone: Watched): Row[] {
  const { beforeMb, openedMb, endMb, mostMb } = run.memory
  const perViewer = ((openedMb - beforeMb) / viewers) * 1024
  return [
    [
      `${who}, upstream requests over 1 watching`,
      (run.requests.total / alone.requests.total).toFixed(2),
      'at most 1',
      `${run.requests.total} and ${alone.requests.total}`,
    ],
    [
      `${who}, saw the end`,
      `${run.sawEnd} of ${viewers}`,
      'all',
      `the last one ${seconds(run.lastSawMs)} after the network's end`,
    ],
    [
      `${who}, memory of the desk`,
      `${openedMb.toFixed(0)} to ${endMb.toFixed(0)} MB`,
      'flat',
      `from all streams open to the end, most ${mostMb.toFixed(0)}; ${beforeMb.toFixed(0)} before they opened: ${perViewer.toFixed(0)} KiB per viewer`,
    ],
  ]
}
