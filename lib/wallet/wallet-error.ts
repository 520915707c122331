/** What can stand in the way between asking a wallet and its answer. */
export type WalletProblem = 'rejected' | 'locked' | 'pending' | 'gone' | 'failed'

const words: Record<WalletProblem, string> = {
  rejected: 'You declined in your wallet.',
  locked: 'Your wallet is locked. Unlock it, then try again.',
  pending: 'Your wallet has another open request. Answer it first.',
  gone: 'The wallet is no longer connected. Connect it again.',
  failed: 'The wallet gave an unexpected answer.',
}

const LONGEST = 200
const DEEPEST = 6

/** By code of EIP-1193, of JSON-RPC or of ethers. */
const byCode = new Map<unknown, WalletProblem>([
  [4001, 'rejected'],
  ['ACTION_REJECTED', 'rejected'],
  [-32002, 'pending'],
  [4100, 'gone'],
  [4900, 'gone'],
])

/** Devices behind a wallet come as internal errors that say it in words, or in the status words of Ledger. */
const byText: [RegExp, WalletProblem][] = [
  [/0x5515|\block(ed)?\b/i, 'locked'],
  [/0x6985|\b(denied|declined|rejected|refused|cancell?ed)\b/i, 'rejected'],
]

export class WalletError extends Error {
  override readonly name = 'WalletError'
  readonly problem: WalletProblem
  /** What the wallet itself said, as short text; null when it said nothing. */
  readonly said: string | null

  constructor(problem: WalletProblem, said: string | null = null, options?: ErrorOptions) {
    super(problem === 'failed' && said ? `Your wallet says: ${said}` : words[problem], options)
    this.problem = problem
    this.said = said
  }
}

/** Wallets wrap their errors in others; what matters may sit anywhere in the chain. */
export function toWalletError(error: unknown): WalletError {
  if (error instanceof WalletError) return error
  const chain = chainOf(error)
  const said = chain.map(textOf).findLast((text) => text !== '') ?? ''
  const problem =
    chain
      .map(codeOf)
      .reduce<WalletProblem | undefined>((known, code) => known ?? byCode.get(code), undefined) ??
    byText.find(([pattern]) => pattern.test(said))?.[1] ??
    'failed'
  return new WalletError(problem, shorten(said), { cause: error })
}

function chainOf(error: unknown, depth = 0): unknown[] {
  if (error === null || error === undefined || depth > DEEPEST) return []
  if (typeof error !== 'object') return [error]
  const { cause, data, error: inner } = error as { cause?: unknown; data?: unknown; error?: unknown }
  const original =
    typeof data === 'object' && data !== null && 'originalError' in data ? data.originalError : null
  return [error, ...[inner, cause, data, original].flatMap((link) => chainOf(link, depth + 1))]
}

const codeOf = (link: unknown): unknown =>
  typeof link === 'object' && link !== null && 'code' in link ? link.code : undefined

function textOf(link: unknown): string {
  const text = typeof link === 'object' && link !== null && 'message' in link ? link.message : link
  return typeof text === 'string' ? text.trim() : ''
}

/** In one line, without what could turn or hide the words around it. */
function shorten(text: string): string | null {
  const line = text.replace(/[\p{C}\s]+/gu, ' ').trim()
  if (line === '') return null
  return line.length > LONGEST ? `${line.slice(0, LONGEST)} …` : line
}
