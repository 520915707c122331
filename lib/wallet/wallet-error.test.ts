import { InternalRpcError, UnknownRpcError, UserRejectedRequestError } from 'viem'
import { expect, test } from 'vitest'
import { toWalletError } from './wallet-error.ts'

const rpc = (code: number, message: string, data?: unknown) =>
  Object.assign(new Error(message), { code, data })

test.each<[name: string, error: unknown, problem: string]>([
  [
    'declined in MetaMask',
    new UserRejectedRequestError(rpc(4001, 'User denied message signature.')),
    'rejected',
  ],
  [
    'declined on a Ledger',
    new InternalRpcError(
      rpc(-32603, 'Ledger device: Condition of use not satisfied (denied by the user?) (0x6985)'),
    ),
    'rejected',
  ],
  ['declined on a Ledger, by its status word alone', rpc(-32603, 'Invalid status 0x6985'), 'rejected'],
  ['declined on a Trezor', new UnknownRpcError(rpc(-1, 'Action cancelled by user')), 'rejected'],
  [
    'declined, in the words of ethers',
    Object.assign(new Error('no'), { code: 'ACTION_REJECTED' }),
    'rejected',
  ],
  ['a locked Ledger', new InternalRpcError(rpc(-32603, 'Ledger device: Locked device (0x5515)')), 'locked'],
  [
    'a locked Ledger, wrapped once more',
    rpc(-32603, 'Internal JSON-RPC error.', { code: 1, message: 'Ledger device: UNKNOWN_ERROR (0x5515)' }),
    'locked',
  ],
  ['another open request', rpc(-32002, 'Already processing eth_requestAccounts.'), 'pending'],
  ['not permitted', rpc(4100, 'The requested account has not been authorized. Permission denied.'), 'gone'],
  ['original error of MetaMask Mobile', rpc(-32000, 'x', { originalError: { code: 4001 } }), 'rejected'],
  ['anything else', rpc(-32603, 'Internal JSON-RPC error.'), 'failed'],
  ['nothing at all', undefined, 'failed'],
])('default: %s', (_name, error, problem) => {
  expect(toWalletError(error).problem).toBe(problem)
})

test('behavior: what the wallet said is its innermost words, as one short line', () => {
  const error = new InternalRpcError(rpc(-32603, 'Ledger device:\n  Invalid data\u202e received (0x6a80)'))
  expect(toWalletError(error)).toMatchObject({
    problem: 'failed',
    said: 'Ledger device: Invalid data received (0x6a80)',
    message: 'Your wallet says: Ledger device: Invalid data received (0x6a80)',
  })
  expect(toWalletError('plain text').said).toBe('plain text')
  expect(toWalletError(rpc(-32603, 'x'.repeat(100_000))).said).toHaveLength(202)
  expect(toWalletError({}).message).toBe('The wallet gave an unexpected answer.')
})

test('behavior: an error that is its own cause ends', () => {
  const error: Error & { cause?: unknown; data?: unknown } = new Error('around')
  error.cause = error
  error.data = error
  expect(toWalletError(error).said).toBe('around')
})
