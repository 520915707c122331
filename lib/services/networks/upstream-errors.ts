import 'server-only'
import { AppError } from '../../core/app-error.ts'
import { UpstreamError } from '../../networks/http/upstream-error.ts'
import type { Network } from './networks.ts'

/** Runs a call of a network's client; its failures come out in our words. `missing` is what a 404 means here. */
export async function askNetwork<T>(network: Network, missing: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    throw error instanceof UpstreamError ? toAppError(error, network.name, missing) : error
  }
}

export function toAppError(error: UpstreamError, name: string, missing: string): AppError {
  const options = { cause: error }
  switch (error.kind) {
    case 'not_found':
      return new AppError('not_found', missing, {}, options)
    case 'rate_limited':
    case 'quota_exceeded': {
      const retryAfterSeconds = error.retryAfterSeconds ?? 1
      const title = `${name} is rate limiting requests. Try again in ${retryAfterSeconds} s.`
      return new AppError('rate_limited', title, { retryAfterSeconds }, options)
    }
    case 'bad_request':
      if (error.httpStatus !== 400 && error.httpStatus !== 422) break
      return new AppError('invalid_request', refusal(error, name), {}, options)
    case 'unauthorized':
    case 'forbidden':
      return new AppError('upstream_rejected', refusal(error, name), {}, options)
    case 'invalid_response':
    case 'too_large':
      return new AppError(
        'upstream_rejected',
        `${name}’s answer could not be read. Everything stored here stays readable.`,
        {},
        options,
      )
  }
  return new AppError(
    'upstream_unavailable',
    `${name} does not answer. Everything stored here stays readable. Try again in a moment.`,
    {},
    options,
  )
}

function refusal(error: UpstreamError, name: string): string {
  return `${name} refused this request${error.upstreamMessage ? `: ${error.upstreamMessage}` : '.'}`
}
