import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { Sandbox } from '../sandbox.ts'
import { Clock } from '../world/clock.ts'
import { Params } from './params.ts'
import { listErrors, listRefreshes } from './refreshes.ts'

type Page = { result: { created_at?: string; started_at?: string }[]; cursor: string; remaining: number }

const clock = new Clock(() => 1_795_338_277_120)
const times = {
  trimmed: ['37Z', '37.12Z', '37.123Z', '37.13Z', '38Z'].map((end) => `2026-11-22T09:04:${end}`),
  'of one millisecond': Array.from({ length: 30 }, () => clock.stamp()),
}

function walk(list: (params: Params) => Page): unknown[] {
  const seen: unknown[] = []
  for (let cursor = ''; ; ) {
    const page = list(new Params(`http://sandbox/?page_size=2&cursor=${cursor}`))
    seen.push(...page.result.map(({ created_at, started_at }) => created_at ?? started_at))
    if (page.remaining === 0) return seen
    cursor = page.cursor
  }
}

for (const [which, inOrder] of Object.entries(times))
  test(`behavior: refreshes and errors whose times are ${which} are listed from the newest on`, () => {
    const sandbox = new Sandbox({
      url: 'http://sandbox',
      seed: 'x',
      dataDir: null,
      settings: {},
      origins: [],
    })
    const [collection] = sandbox.world.collections.values()
    if (!collection) throw new Error('The world was born without a collection.')
    const ids = inOrder.map(() => randomUUID())
    const tokenIds = inOrder.map((_, at) => String(at))
    inOrder.forEach((startedAt, at) => {
      const made = { id: ids[at] ?? '', collection: collection.address, tokenIds, startedAt }
      const rest = { completedAt: null, left: tokenIds, errors: [], isAnswered: true }
      sandbox.happen({ kind: 'refresh', refresh: { ...made, ...rest } })
    })
    const [refresh = ''] = ids
    const failure = { url: 'http://origin/1', code: 'token_not_found', status: null, body: null } as const
    inOrder.forEach((at, index) => {
      sandbox.happen({ kind: 'failed', refresh, error: { ...failure, tokenId: String(index), at } })
    })
    const signer = collection.owner.toLowerCase()
    expect(walk((params) => listRefreshes(sandbox, signer, params))).toEqual(inOrder.toReversed())
    expect(walk((params) => listErrors(sandbox, signer, refresh, params))).toEqual(inOrder.toReversed())
    sandbox.stop()
  })
