import 'server-only'
import { readTime } from '../../../core/read-time.ts'
import type { BatchWork } from '../../../db/batches/batch-work.ts'
import type { Candidate } from '../../../domain/batches/batch-schema.ts'
import { fits, isBefore, type Listed } from '../../../domain/batches/lost/reconcile.ts'
import { tokensOf } from '../../../domain/batches/merge-progress.ts'
import { concernsOneThing, UpstreamError } from '../../../networks/http/upstream-error.ts'
import type { Permit } from '../../authority/authority.ts'
import type { WorkContext } from '../../context.ts'
import { followFailures } from '../follow-failures.ts'
import { toSentBatch } from '../watch/to-sent-batch.ts'
import type { LostGroup } from './read-lost-group.ts'

type Search = {
  work: WorkContext
  batch: BatchWork
  permit: Permit
  group: Pick<LostGroup, 'lost' | 'tokens'>
}

/** `owners` are the lost batches that it may be. */
export type Found = Candidate & { owners: ReadonlySet<string> }

/** Without a candidate and `isSure` it is another request. What is not sure must be looked at again. */
type Finding = { candidate: Found | null; isSure: boolean }

const unclear: Finding = { candidate: null, isSure: false }
const another: Finding = { candidate: null, isSure: true }

/** Reads what may be a lost batch in full. Throws UpstreamError when the network cannot be asked at all. */
export async function examineListed(search: Search, { reference, startedAt }: Listed): Promise<Finding> {
  if (reference === null) return unclear
  try {
    return await examine(search, reference, startedAt)
  } catch (error) {
    // It can be neither found nor ruled out, whatever the others in the list are.
    if (error instanceof UpstreamError && concernsOneThing(error)) return unclear
    throw error
  }
}

async function examine(search: Search, reference: string, listedStart: Date | null): Promise<Finding> {
  const { work, batch, permit, group } = search
  const { lost, tokens } = group
  const { refresher } = work.networks.get(batch.network).provider
  const sent = toSentBatch(work, { ...batch, reference }, permit)
  const status = await refresher.observe(sent)
  const startedAt = readTime(status.startedAt) ?? listedStart
  if (startedAt && isBefore({ latestStart: startedAt }, lost)) return another
  // No request is of no tokens: its own are not counted yet.
  if (!status.counts || tokensOf(status.counts) === 0) return unclear
  const candidate = {
    reference,
    startedAt: startedAt?.toISOString() ?? null,
    status: status.status,
    ...status.counts,
  }
  let owners = [...tokens].map(([batchId, tokenIds]) => ({ batchId, size: lost.size, tokenIds }))
  const mayBeLost = (failedTokenIds: string[]) => {
    owners = owners.filter((owner) => fits(candidate, failedTokenIds, owner))
    return owners.length > 0
  }
  if (!mayBeLost([])) return another
  let isSure = startedAt !== null
  for await (const page of followFailures(refresher, { sent, maxItems: lost.size })) {
    if (!mayBeLost(page.items.map(({ tokenId }) => tokenId))) return another
    if (page.end === 'cut_off') isSure = false
  }
  return { candidate: { ...candidate, owners: new Set(owners.map(({ batchId }) => batchId)) }, isSure }
}
