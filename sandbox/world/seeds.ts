import type { Behaviour } from './behaviour.ts'
import type { Art } from './model.ts'

/** Account 0 of the published development mnemonic. */
export const DEMO_OWNER = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266'

type Seed = {
  slug: string
  name: string
  description: string
  art: Art
  owner: string
  projectId: number
  tokens: number
  /** Token id to what its origin does wrong. */
  broken: Record<string, Behaviour>
}

const every = (step: number, from: number, upTo: number, behaviour: Behaviour) =>
  Object.fromEntries(
    Array.from({ length: Math.floor((upTo - from) / step) + 1 }, (_, n) => [
      String(from + n * step),
      behaviour,
    ]),
  )

export const seeds: Seed[] = [
  {
    slug: 'relics',
    name: 'Kestrel Relics',
    description:
      'Sixty relics. Some have a broken address on purpose, so that you see what a failure looks like.',
    art: 'relics',
    owner: DEMO_OWNER,
    projectId: 1_001,
    tokens: 60,
    // 13 fail for four reasons; the two flaky ones succeed at the second try.
    broken: {
      ...every(9, 4, 40, 'not_found'),
      ...every(20, 7, 47, 'html'),
      ...every(25, 11, 36, 'slow'),
      ...every(12, 18, 42, 'server_error'),
      '52': 'flaky',
      '55': 'flaky',
    },
  },
  {
    slug: 'wardens',
    name: 'Ashfall Wardens',
    description: 'Ten thousand wardens of six factions.',
    art: 'wardens',
    owner: DEMO_OWNER,
    projectId: 1_002,
    tokens: 10_000,
    broken: {
      ...every(601, 127, 10_000, 'not_found'),
      ...every(997, 314, 10_000, 'invalid_json'),
      ...every(1_499, 808, 10_000, 'server_error'),
      ...every(2_003, 1_203, 10_000, 'html'),
      ...every(1_009, 77, 10_000, 'flaky'),
    },
  },
  {
    slug: 'isles',
    name: 'Driftwood Isles',
    description: 'Two dozen islands of another studio: its owner is not your demo wallet.',
    art: 'isles',
    owner: '0x8ba1f109551bd432803012645ac136ddd64dba72',
    projectId: 1_003,
    tokens: 24,
    broken: {},
  },
]
