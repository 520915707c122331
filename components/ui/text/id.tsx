import { cutMiddle } from '@/lib/format/address.ts'
import { CopyButton } from './copy-button.tsx'

const cuts = { address: [6, 4], upstream: [8, 4], token: [8, 6], url: [24, 12] } as const
const labels = { address: 'address', upstream: 'upstream id', token: 'token id', url: 'address' } as const

type Props = { value: string; kind?: keyof typeof cuts; hasCopy?: boolean; className?: string }

/** A long identifier, shortened in the middle, with the full value as its title and a copy button. */
export function Id({ value, kind = 'address', hasCopy = true, className = '' }: Props) {
  const [head, tail] = cuts[kind]
  return (
    <span className={`inline-flex items-center gap-0.5 font-mono text-xs ${className}`}>
      <span title={value}>
        {kind === 'token' ? '#' : ''}
        {cutMiddle(value, head, tail)}
      </span>
      {hasCopy ? <CopyButton value={value} label={labels[kind]} /> : null}
    </span>
  )
}
