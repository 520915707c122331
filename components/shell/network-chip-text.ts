import type { NetworkCard } from '@/lib/domain/networks/network-card-schema.ts'
import { plural } from '@/lib/format/count.ts'

const words = { unreachable: 'silent', retired: 'closed down', read_only: 'not accepting refreshes' } as const

type Known = Pick<NetworkCard, 'name' | 'isOn' | 'state'>

/** What the header says of the networks in use; null while nothing is known of one. */
export function chipText(networks: readonly Known[]): { words: string; isUp: boolean } | null {
  const inUse = networks.filter(({ isOn }) => isOn)
  const troubled = inUse.flatMap(({ name, state }) =>
    state === 'unreachable' || state === 'retired' || state === 'read_only'
      ? [{ state, words: `${name} ${words[state]}` }]
      : [],
  )
  const [only, ...others] = troubled
  if (only && others.length === 0) return { words: only.words, isUp: false }
  if (only) {
    const isOneKind = others.every(({ state }) => state === only.state)
    const all = plural(troubled.length, 'network')
    return { words: isOneKind ? `${all} ${words[only.state]}` : `${all} in trouble`, isUp: false }
  }
  const isKnown = inUse.length > 0 && inUse.every(({ state }) => state === 'answers')
  return isKnown ? { words: inUse.length === 1 ? 'Network up' : 'Networks up', isUp: true } : null
}
