import 'server-only'

/** What keeps a database from its work. One that is starting, stopping or refuses our password counts as unreachable. */
export type DatabaseTrouble = 'unreachable' | 'no_connections' | 'disk_full' | 'read_only' | 'busy'

const byState: [RegExp, DatabaseTrouble][] = [
  [/^53100$/, 'disk_full'],
  [/^25006$/, 'read_only'],
  [/^53300$/, 'no_connections'],
  [/^53/, 'busy'],
  [/^(08|28|3D|57P|58)/, 'unreachable'],
]
const byPrismaCode: Record<string, DatabaseTrouble> = {
  P1000: 'unreachable',
  P1001: 'unreachable',
  P1002: 'unreachable',
  P1003: 'unreachable',
  P1008: 'unreachable',
  P1010: 'unreachable',
  P1011: 'unreachable',
  P1017: 'unreachable',
  P2024: 'busy',
  P2028: 'busy',
  P2037: 'no_connections',
}
const socketCode =
  /^(ECONNREFUSED|ECONNRESET|ENOENT|EACCES|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|E(HOST|NET)UNREACH)$/
/** What the driver says of a connection without a code. */
const lostConnection =
  /^Connection terminated|connection error and is not queryable|^timeout exceeded when trying to connect|after calling end on the pool/

/** The trouble that an error of Prisma or of its driver tells of; null for an error of a query, and for any other. */
export function findDatabaseTrouble(error: unknown): DatabaseTrouble | null {
  if (!(error instanceof Error)) return null
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const state = sqlStateOf(error, code)
  const known = byState.find(([pattern]) => pattern.test(state))?.[1] ?? byPrismaCode[code]
  if (known) return known
  if (lostConnection.test(error.message)) return 'unreachable'
  return socketCode.test(code) && isOfConnection(error) ? 'unreachable' : null
}

/** PostgreSQL's five characters, from its own error or from inside one of Prisma's. */
function sqlStateOf(error: Error, code: string): string {
  if ('severity' in error) return code
  const { meta } = error as { meta?: { driverAdapterError?: { cause?: { originalCode?: unknown } } } }
  return String(meta?.driverAdapterError?.cause?.originalCode ?? '')
}

/** Others open files and connections too, but say so in other ways. */
const isOfConnection = (error: Error) =>
  error.name.startsWith('Prisma') ||
  error instanceof AggregateError ||
  ('syscall' in error && ['connect', 'getaddrinfo', 'read', 'write'].includes(String(error.syscall)))
