import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** An answer of the network that is not a success, in its documented shape. */
export class ApiError extends Error {
  readonly status: ContentfulStatusCode
  readonly code: string
  readonly headers: Record<string, string>

  constructor(
    status: ContentfulStatusCode,
    code: string,
    message: string,
    headers: Record<string, string> = {},
  ) {
    super(message)
    this.status = status
    this.code = code
    this.headers = headers
  }
}

export const badRequest = (message: string) => new ApiError(400, 'bad_request', message)
export const notFound = (message: string) => new ApiError(404, 'resource_not_found_code', message)
