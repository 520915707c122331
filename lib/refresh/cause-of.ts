import type { Cause } from './failure.ts'

type BodyKind = NonNullable<Cause['bodyKind']>
type CauseFacts = Pick<Cause, 'errorCode' | 'httpStatus' | 'bodyKind' | 'host'>

/** The cause of every token of a batch that the network did not accept. */
export const notAcceptedCause = (httpStatus: number | null): string =>
  causeOf({
    errorCode: 'not_accepted',
    httpStatus,
    url: null,
    body: null,
  })

const SEPARATOR = '~'
const LONGEST_CODE = 60
const LONGEST_HOST = 200
const bodyKinds: readonly string[] = ['empty', 'html', 'json', 'text'] satisfies BodyKind[]

/** The key under which a failure is grouped; `parseCause` reads it back. At most 300 characters. */
export function causeOf(failure: {
  errorCode: string
  httpStatus: number | null
  url: string | null
  body: string | null
}): string {
  const { errorCode, httpStatus, url, body } = failure
  // The body tells causes apart only where the body was the problem.
  const kind = errorCode === 'unable_to_decode_response' ? bodyKindOf(body) : ''
  const host = errorCode === 'token_not_found' ? '' : hostOf(url)
  return [plain(errorCode, LONGEST_CODE), httpStatus ?? '', kind, plain(host, LONGEST_HOST)].join(SEPARATOR)
}

export function parseCause(key: string): CauseFacts {
  const [errorCode = '', status = '', kind = '', host = ''] = key.split(SEPARATOR)
  return {
    errorCode,
    httpStatus: status === '' ? null : Number(status),
    bodyKind: bodyKinds.includes(kind) ? (kind as BodyKind) : null,
    host: host || null,
  }
}

/** Whether refreshing again can mend it: Immutable will not come to know a token by being asked twice. */
export const isRetryableCause = (key: string): boolean => parseCause(key).errorCode !== 'token_not_found'

export function bodyKindOf(body: string | null): BodyKind {
  const start = body?.trimStart().slice(0, 200).toLowerCase() ?? ''
  if (start === '') return 'empty'
  if (/^<(!doctype|html|head|body|\?xml|[a-z])/.test(start)) return 'html'
  return /^[{[]/.test(start) ? 'json' : 'text'
}

function hostOf(url: string | null): string {
  return url !== null && URL.canParse(url) ? new URL(url).host : ''
}

const plain = (text: string, longest: number) =>
  text
    .replace(/[~\s\p{Cc}]/gu, '_')
    .slice(0, longest)
    .toWellFormed()
