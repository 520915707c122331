/** What can stand in the way between asking a wallet and its answer. */
export type WalletProblem = 'rejected' | 'pending' | 'gone' | 'failed'

const words: Record<WalletProblem, string> = {
  rejected: 'You declined in your wallet.',
  pending: 'Your wallet has another request open. Answer that one first.',
  gone: 'The wallet is not connected any more. Connect it again.',
  failed: 'The wallet did not answer as a wallet should.',
}

export class WalletError extends Error {
  override readonly name = 'WalletError'
  readonly problem: WalletProblem

  constructor(problem: WalletProblem, options?: ErrorOptions) {
    super(words[problem], options)
    this.problem = problem
  }
}

/** Wallets wrap their errors in others; the code of EIP-1193 may sit anywhere in the chain. */
export function toWalletError(error: unknown): WalletError {
  if (error instanceof WalletError) return error
  const codes = codesOf(error)
  if (codes.includes(4001)) return new WalletError('rejected', { cause: error })
  if (codes.includes(-32002)) return new WalletError('pending', { cause: error })
  if (codes.includes(4100) || codes.includes(4900)) return new WalletError('gone', { cause: error })
  return new WalletError('failed', { cause: error })
}

function codesOf(error: unknown, depth = 0): unknown[] {
  if (typeof error !== 'object' || error === null || depth > 6) return []
  const { code, cause, data } = error as {
    code?: unknown
    cause?: unknown
    data?: { originalError?: unknown }
  }
  return [code, ...codesOf(cause, depth + 1), ...codesOf(data?.originalError, depth + 1)]
}
