import { expect, test } from 'vitest'
import type { AppError } from '../../core/app-error.ts'
import { UpstreamError, type UpstreamFailure } from '../../networks/http/upstream-error.ts'
import { createNetworks } from './networks.ts'
import { askNetwork } from './upstream-errors.ts'

const networks = createNetworks([
  { slug: 'imx', baseUrl: 'http://127.0.0.1:1', apiKey: null, requestsPerSecond: 0 },
])

const named = (failure: Partial<UpstreamFailure>): Promise<AppError> =>
  askNetwork(networks.get('imx'), 'No such thing.', async () => {
    throw new UpstreamError('GET /v1/assets was answered badly.', {
      kind: 'server',
      isWritten: true,
      ...failure,
    })
  }).catch((error) => error)

test.each<[Partial<UpstreamFailure>, string, RegExp]>([
  [{ kind: 'network' }, 'upstream_unavailable', /^Immutable X does not answer\./],
  [{ kind: 'timeout' }, 'upstream_unavailable', /^Immutable X does not answer\./],
  [{ kind: 'server', httpStatus: 503 }, 'upstream_unavailable', /^Immutable X does not answer\./],
  [{ kind: 'not_found', httpStatus: 404 }, 'not_found', /^No such thing\.$/],
  [
    { kind: 'bad_request', httpStatus: 400, upstreamMessage: 'bad cursor' },
    'invalid_request',
    /: bad cursor$/,
  ],
  [{ kind: 'bad_request', httpStatus: 302 }, 'upstream_unavailable', /does not answer/],
  [{ kind: 'forbidden', httpStatus: 403 }, 'upstream_rejected', /^Immutable X refused this request\.$/],
  [{ kind: 'invalid_response', httpStatus: 200 }, 'upstream_rejected', /could not be read/],
])('error: %o', async (failure, code, title) => {
  const error = await named(failure)
  expect(error).toMatchObject({ name: 'AppError', code, cause: { name: 'UpstreamError' } })
  expect(error.message).toMatch(title)
})

test('error: a rate limit carries how long to wait, and our own errors pass through', async () => {
  expect(await named({ kind: 'rate_limited', retryAfterSeconds: 7 })).toMatchObject({
    code: 'rate_limited',
    meta: { retryAfterSeconds: 7 },
  })
  const bug = new Error('ours')
  await expect(askNetwork(networks.get('imx'), '', () => Promise.reject(bug))).rejects.toBe(bug)
})
