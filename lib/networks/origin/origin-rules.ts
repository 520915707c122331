/** What Immutable X asks of an answer. It documents neither a size nor a depth; those two are ours. */
export const originRules = {
  timeoutMs: 3_000,
  mediaType: 'application/json',
  maxBytes: 512 * 1024,
  maxDepth: 1_000,
} as const
