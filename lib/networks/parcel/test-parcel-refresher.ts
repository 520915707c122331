import type { AnswerFacts, AnswerSituation, Outcome } from '../../domain/batches/outcome.ts'
import { backOff, untilReset } from '../../domain/batches/put-off.ts'
import { toNetworkError } from '../http/raw/network-error.ts'
import { UpstreamError } from '../http/upstream-error.ts'
import { ofKind } from '../provider/credential.ts'
import type { Packed, Preparation, Prepared } from '../provider/preparation.ts'
import type { Observation, Payload, Receipt, Refresher, Sent } from '../provider/refresher.ts'
import { BYTES_PER_PUSH } from './test-parcel-server.ts'

/** Pushes what the studio serves, and reads it back to see whether it is there. */
export const parcelRefresher = (baseUrl: string): Refresher => ({
  preparation: { kind: 'content', maxAgeMs: 600_000, prepare, pack },
  send: (payload) => push(baseUrl, payload),
  interpret,
  observe: (sent) => readBack(baseUrl, sent),
  listFailures: async () => ({ items: [], nextCursor: null, unreadable: 0, isCutOff: false }),
  lost: { kind: 'repeat' },
  history: null,
})

const prepare: Extract<Preparation, { kind: 'content' }>['prepare'] = async function* (tokens) {
  for (const tokenId of tokens.tokenIds) {
    const url = `${tokens.metadataApiUrl}/${tokenId}`
    const answer = await fetch(url).catch((error: unknown) => {
      throw toNetworkError(error, 'The studio’s API')
    })
    const content = await answer.text()
    const { status: httpStatus } = answer
    const errorCode = 'invalid_response_status_code'
    yield answer.ok ? { tokenId, content } : { tokenId, url, httpStatus, body: content, errorCode, at: null }
  }
}

const toContent = (items: Prepared[]) =>
  `{${items.map(({ tokenId, content }) => `"${tokenId}":${content}`).join(',')}}`

function pack(prepared: Prepared[]): Packed[] {
  const requests: Prepared[][] = []
  for (const one of prepared) {
    const last = requests.at(-1)
    if (last && Buffer.byteLength(toContent([...last, one])) <= BYTES_PER_PUSH) last.push(one)
    else requests.push([one])
  }
  return requests.map((items) => ({
    tokenIds: items.map(({ tokenId }) => tokenId),
    content: toContent(items),
  }))
}

async function push(baseUrl: string, { content, credential, beforeSend }: Payload): Promise<Receipt> {
  const { key } = ofKind('server_key', credential)
  await beforeSend?.()
  const answer = await ask(`${baseUrl}/push`, { method: 'POST', body: content, headers: bearer(key) })
  const quota = {
    limit: 100,
    remaining: Number(answer.headers.get('x-left')),
    resetsAt: new Date(Number(answer.headers.get('x-reset'))).toISOString(),
  }
  if (answer.status === 202) return { reference: null, quota, serverDate: null }
  const kind = answer.status === 429 ? 'quota_exceeded' : 'invalid_response'
  throw new UpstreamError(`Answered ${answer.status}`, {
    kind,
    httpStatus: answer.status,
    isWritten: true,
    quota: answer.status === 429 ? quota : null,
  })
}

const bearer = (key: string) => ({ authorization: `Bearer ${key}` })

const ask = (url: string, init: RequestInit) =>
  fetch(url, init).catch((error: unknown) => {
    throw toNetworkError(error, 'Parcel')
  })

function interpret(facts: AnswerFacts, situation: AnswerSituation): Outcome {
  const { httpStatus, isWritten } = facts
  if (httpStatus === 401) return { to: 'planned', wait: 'authority', notBefore: null, endsCredential: true }
  if (httpStatus === 429) return untilReset(facts, situation)
  if (httpStatus !== null && httpStatus < 500) return { to: 'rejected', endsCredential: false }
  return isWritten ? { to: 'lost', endsCredential: false } : backOff(facts, situation)
}

async function readBack(baseUrl: string, sent: Sent): Promise<Observation> {
  const { key } = ofKind('server_key', sent.credential)
  const ids = await sent.tokenIds()
  const pushed = JSON.parse((await sent.content()) ?? '{}') as Record<string, unknown>
  const answer = await ask(`${baseUrl}/tokens?ids=${ids.join(',')}`, { headers: bearer(key) })
  if (!answer.ok)
    throw new UpstreamError('Refused', { kind: 'unauthorized', httpStatus: answer.status, isWritten: true })
  const shown = (await answer.json()) as Record<string, string | null>
  const succeeded = ids.filter((id) => shown[id] === JSON.stringify(pushed[id])).length
  const phase = succeeded === ids.length ? 'finished' : 'running'
  const counts = { succeeded, failed: 0, pending: ids.length - succeeded }
  return {
    reference: null,
    phase,
    status: phase,
    collection: null,
    startedAt: null,
    completedAt: null,
    counts,
  }
}
