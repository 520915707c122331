import { randomUUID } from 'node:crypto'
import type { Sandbox } from '../sandbox.ts'
import type { Refresh } from '../world/model.ts'
import { sortableTime } from '../world/timestamp.ts'
import { ApiError, badRequest, notFound } from './api-error.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import type { Params } from './params.ts'

const MAX_TOKENS = 1_000
const MAX_UINT256 = 2n ** 256n

const forbidden = () => new ApiError(403, 'forbidden', 'Only the project owner may do this')

/** POST /v1/metadata-refreshes: everything is checked before quota is spent. */
export function createRefresh(sandbox: Sandbox, signer: string, body: unknown, isAnswered: boolean) {
  const { collection_address: address, token_ids: given } = toFields(body)
  if (typeof address !== 'string' || !Array.isArray(given))
    throw badRequest('collection_address and token_ids are required')
  const tokenIds = [...new Set(given)]
  if (!tokenIds.every(isTokenId)) throw badRequest('token_ids must be whole numbers as strings')
  if (tokenIds.length < 1 || tokenIds.length > MAX_TOKENS)
    throw badRequest(`token_ids must hold 1 to ${MAX_TOKENS} ids`)
  const collection = sandbox.world.findCollection(address)
  if (!collection) throw notFound(`Collection with address ${address} not found`)
  if (collection.owner.toLowerCase() !== signer) throw forbidden()
  const nowMs = sandbox.clock.now()
  sandbox.quotas.spend(collection.projectId, sandbox.settings, nowMs)
  const refresh: Refresh = {
    id: randomUUID(),
    collection: collection.address,
    tokenIds,
    startedAt: sandbox.clock.stamp(),
    completedAt: null,
    left: new Set(tokenIds),
    errors: [],
    isAnswered,
  }
  sandbox.accept(refresh)
  return {
    body: { refresh_id: refresh.id },
    headers: sandbox.quotas.headers(collection.projectId, sandbox.settings, nowMs),
  }
}

/** Names of fields have no case. */
const toFields = (body: unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries(body ?? {}).map(([name, value]) => [name.toLowerCase(), value]))

function isTokenId(value: unknown): value is string {
  return typeof value === 'string' && /^\d{1,78}$/.test(value) && BigInt(value) < MAX_UINT256
}

/** Queued until a first token is done, completed with the last. */
function statusOf({ left, tokenIds }: Refresh): 'queued' | 'in_progress' | 'completed' {
  if (left.size === 0) return 'completed'
  return left.size === tokenIds.length ? 'queued' : 'in_progress'
}

const showListed = (refresh: Refresh) => ({
  refresh_id: refresh.id,
  status: statusOf(refresh),
  collection_address: refresh.collection,
  started_at: refresh.startedAt,
  completed_at: refresh.completedAt,
})

/** GET /v1/metadata-refreshes/{refresh_id} */
export function getRefresh(sandbox: Sandbox, signer: string, id: string) {
  const refresh = requireRefresh(sandbox, signer, id)
  const failed = refresh.errors.length
  const summary = {
    succeeded: refresh.tokenIds.length - refresh.left.size - failed,
    failed,
    pending: refresh.left.size,
  }
  return { ...showListed(refresh), summary }
}

/** GET /v1/metadata-refreshes/{refresh_id}/errors */
export function listErrors(sandbox: Sandbox, signer: string, id: string, params: Params) {
  const refresh = requireRefresh(sandbox, signer, id)
  const rows = refresh.errors.map((error, at) => ({ at: error.at, id: String(at).padStart(6, '0'), error }))
  const { page, ...paging } = paginate(rows, params)
  const result = page.map(({ error }) => ({
    token_id: error.tokenId,
    collection_address: refresh.collection,
    client_token_metadata_url: error.url,
    client_response_status_code: error.status,
    client_response_body: error.body,
    error_code: error.code,
    created_at: error.at,
  }))
  return { result, ...paging }
}

/** GET /v1/metadata-refreshes: newest first, the signer's own. */
export function listRefreshes(sandbox: Sandbox, signer: string, params: Params) {
  const wanted = params.text('collection_address')?.toLowerCase()
  if (wanted && sandbox.world.findCollection(wanted)?.owner.toLowerCase() !== signer) throw forbidden()
  const rows = [...sandbox.world.refreshes.values()]
    .filter(({ collection }) =>
      wanted
        ? collection === wanted
        : sandbox.world.findCollection(collection)?.owner.toLowerCase() === signer,
    )
    .map((refresh) => ({ at: refresh.startedAt, id: refresh.id, refresh }))
  const { page, ...paging } = paginate(rows, params)
  return { result: page.map(({ refresh }) => showListed(refresh)), ...paging }
}

/** Newest first; equal times by id. */
function paginate<Row extends { at: string; id: string }>(rows: Row[], params: Params) {
  const size = params.pageSize()
  const key = (row: { at: string; id: string }) => `${sortableTime(row.at)} ${row.id}`
  const sorted = rows.sort((a, b) => (key(a) < key(b) ? 1 : -1))
  const cursor = params.text('cursor')
  const after = cursor === undefined ? undefined : decodeCursor(cursor, ['created_at', 'id'])
  const edge = after && key({ at: after.created_at, id: after.id })
  const rest = edge === undefined ? sorted : sorted.filter((row) => key(row) < edge)
  const page = rest.slice(0, size)
  const last = page.at(-1)
  return {
    page,
    cursor: last ? encodeCursor({ created_at: last.at, id: last.id }) : '',
    remaining: rest.length > size ? 1 : 0,
  }
}

function requireRefresh(sandbox: Sandbox, signer: string, id: string): Refresh {
  const refresh = sandbox.world.refreshes.get(id.toLowerCase())
  if (!refresh) throw notFound(`Metadata refresh ${id} not found`)
  if (sandbox.world.findCollection(refresh.collection)?.owner.toLowerCase() !== signer) throw forbidden()
  return refresh
}
