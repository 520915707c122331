export const behaviours = [
  'ok',
  'not_found',
  'server_error',
  'slow',
  'html',
  'invalid_json',
  'flaky',
] as const

export type Behaviour = (typeof behaviours)[number]

export type Metadata = Record<string, unknown>
