import type { Asked } from './asked.ts'
import type { Answer } from './forward.ts'
import type { Failure } from './led-crawler.ts'
import type { Script } from './script.ts'

type Row = Record<string, unknown> & { refresh_id: string }
type Distortion = Pick<Script, 'odd' | 'hidden' | 'timesListed' | 'status'> & {
  failures: ReadonlyMap<string, Failure>
}

/** A read of refreshes as a network would answer it that hides or misstates some of what it knows. */
export function distort(distortion: Distortion, asked: Asked, answer: Answer): Answer {
  const { odd, hidden, timesListed, status, failures } = distortion
  if (answer.status !== 200) return answer
  const change = (by: (body: Record<string, unknown>) => unknown): Answer => ({
    ...answer,
    body: JSON.stringify(by(JSON.parse(String(answer.body)))),
  })
  const its = odd.get(asked.id ?? '')
  switch (asked.what) {
    case 'list':
      if (odd.size + hidden.size === 0 && timesListed === 1) return answer
      return change((page) => ({
        ...page,
        result: (page.result as Row[])
          .filter(({ refresh_id: id }) => !hidden.has(id))
          .flatMap((row) => Array(timesListed).fill({ ...row, ...odd.get(row.refresh_id)?.listed })),
      }))
    case 'status':
      return status || its?.status ? change((body) => ({ ...body, ...status, ...its?.status })) : answer
    case 'failures':
      return its?.failures ? change(() => pageOf(its.failures ?? [], failures)) : answer
    default:
      return answer
  }
}

const pageOf = (tokenIds: string[], failures: ReadonlyMap<string, Failure>) => ({
  cursor: 'end',
  remaining: 0,
  result: tokenIds.map((token_id) => ({
    token_id,
    error_code: 'invalid_response_status_code',
    client_response_status_code: 404,
    client_token_metadata_url: `https://meta.example.com/${token_id}`,
    client_response_body: 'nothing here',
    created_at: '2026-11-24T14:00:30.000Z',
    ...failures.get(token_id),
  })),
})
