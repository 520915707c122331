export type AccountKind = 'key' | 'contract' | 'unknown'

const DELEGATION = '0xef0100'
const TIMEOUT_MS = 3_000

type Provider = { request: (call: { method: string; params: unknown[] }) => Promise<unknown> }

/** Whether a plain key stands behind the address. No answer in time is `unknown`, and no reason to refuse. */
export async function readAccountKind(provider: unknown, address: string): Promise<AccountKind> {
  const unanswered = new Promise<null>((resolve) => setTimeout(() => resolve(null), TIMEOUT_MS))
  const call = { method: 'eth_getCode', params: [address, 'latest'] }
  const answer = (provider as Provider).request(call).catch(() => null)
  return kindOf(await Promise.race([answer, unanswered]))
}

/** An EIP-7702 delegation is code too, but the key still signs. */
export function kindOf(code: unknown): AccountKind {
  if (typeof code !== 'string' || !/^0x[0-9a-f]*$/i.test(code)) return 'unknown'
  if (code === '0x' || /^0x0+$/.test(code)) return 'key'
  return code.toLowerCase().startsWith(DELEGATION) ? 'key' : 'contract'
}
