import { RequestError } from './problem.ts'

/** The server has no signature of the owner, or none any more: the page asks for one. */
export const needsSignature = (error: Error | null): boolean =>
  error instanceof RequestError && error.meta.reason === 'needs_signature'
