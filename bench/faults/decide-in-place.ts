import { database } from '../../lib/db/connection/open-database.ts'
import { Candidate } from '../../lib/domain/batches/batch-schema.ts'
import { decideBatch } from '../../lib/services/refreshes/lost/decide-batch.ts'
import { ownerContext } from './arrange.ts'
import { plainFetch } from './count-requests.ts'
import type { Accepted, Case } from './facts.ts'
import { record } from './steps.ts'

type Waiting = { id: string; refreshId: string; position: number; candidates: unknown }

/** Decides about a batch that waits for a person, knowing what the network really took. */
export async function decideInPlace(given: Case, { id, refreshId, position, candidates }: Waiting) {
  const { prisma } = database()
  const shown = Candidate.array().parse(candidates)
  const doubts = await prisma.attempt.count({
    where: { batchId: id, outcome: { in: ['lost', 'absent'] } },
  })
  const batch = await prisma.batch.findUniqueOrThrow({ where: { id }, include: { refresh: true } })
  const others = await prisma.batch.count({
    where: {
      id: { not: id },
      tokenCount: batch.tokenCount,
      attempts: { some: { outcome: { in: ['lost', 'found', 'absent'] } } },
    },
  })
  const tokens = await prisma.refreshToken.findMany({ where: { batchId: id } })
  const own = new Set(tokens.map(({ tokenId }) => tokenId))
  const response = await plainFetch(`${given.control.url}/control/record`, {
    headers: { authorization: `Bearer ${given.control.token}` },
  })
  const { accepted } = (await response.json()) as { accepted: Accepted[] }
  const taken = accepted.find(
    ({ collection_address, token_ids }) =>
      collection_address === given.collection && token_ids.every((tokenId) => own.has(tokenId)),
  )
  const isShown = shown.some(({ reference }) => reference === taken?.refresh_id)
  if (taken && !isShown) return
  const absent = batch.refresh.source === 'script' ? 'give_up' : 'send_again'
  const decision = taken
    ? ({ choice: 'match', reference: taken.refresh_id } as const)
    : ({ choice: absent } as const)
  record({ type: 'decision', position, choice: decision.choice, doubts, candidates: shown.length, others })
  await decideBatch(await ownerContext(given), refreshId, position, decision).catch((error: unknown) =>
    console.error(`decision refused: ${error}`),
  )
}
