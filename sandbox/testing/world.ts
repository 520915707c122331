import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { type RunningSandbox, type StartOptions, startSandbox } from '../start-sandbox.ts'
import type { Behaviour } from '../world/behaviour.ts'

type Json = Record<string, never> & { [key: string]: unknown }
export type Answer<Body = Json> = { status: number; headers: Headers; body: Body }
type Page<Row> = { result: Row[]; cursor: string; remaining: number }
export type RefreshPage = Page<{ refresh_id: string; started_at: string }>
export type ErrorPage = Page<{
  token_id: string
  error_code: string
  client_response_status_code: number | null
  client_response_body: string | null
  client_token_metadata_url: string
}>
export type AssetPage = Page<{
  token_id: string
  token_address: string
  name: string
  updated_at: string
  status: string
  user: string
  metadata: Record<string, unknown>
}>
export type Status = { status: string; summary: { succeeded: number; failed: number; pending: number } }

const fast = {
  crawl_tokens_per_second: 0,
  queue_delay_ms: 0,
  crawl_retry_base_ms: 1,
  crawl_timeout_ms: 1_500,
  /** So long that none begins anew while a test counts. */
  quota_window_seconds: 3_600_000_000,
}

/** A sandbox of a test's own that crawls as fast as it can, and short ways to ask it. */
export async function startTestWorld(options: StartOptions = {}) {
  const sandbox = await startSandbox({ ...options, settings: { ...fast, ...options.settings } })
  return { sandbox, ...askers(sandbox) }
}

export const newWallet = () => privateKeyToAccount(generatePrivateKey())
export const nowSeconds = () => Math.floor(Date.now() / 1_000)

export async function sign(account: PrivateKeyAccount, timestamp = String(nowSeconds())) {
  const signature = await account.signMessage({ message: timestamp })
  return {
    'x-imx-eth-signature': signature,
    'x-imx-eth-timestamp': timestamp,
    'x-imx-eth-address': account.address,
  }
}

function askers(sandbox: RunningSandbox) {
  async function ask<Body = Json>(url: string, init?: RequestInit): Promise<Answer<Body>> {
    const response = await fetch(url, init)
    return { status: response.status, headers: response.headers, body: (await response.json()) as Body }
  }
  const get = <Body = Json>(path: string, headers: HeadersInit = {}) =>
    ask<Body>(`${sandbox.imxUrl}/v1${path}`, { headers })
  const control = <Body = Json>(method: string, path: string, body?: unknown) =>
    ask<Body>(`${sandbox.url}/control${path}`, {
      method,
      headers: { authorization: `Bearer ${sandbox.controlToken}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  const submit = async (headers: HeadersInit, collection_address: string, token_ids: unknown) =>
    ask<Json & { refresh_id: string; code: string }>(`${sandbox.imxUrl}/v1/metadata-refreshes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ collection_address, token_ids }),
    })
  const makeCollection = async (owner: string, tokens = 10, broken: Record<string, Behaviour> = {}) =>
    (
      await control<{ address: string; project_id: number }>('POST', '/collections', {
        name: 'Test relics',
        owner,
        tokens,
        broken,
      })
    ).body
  /** Asks until the refresh is completed; the test's own time limit ends a wait in vain. */
  const settled = async (id: string, headers: HeadersInit): Promise<Status> => {
    for (;;) {
      const { body } = await get<Status>(`/metadata-refreshes/${id}`, headers)
      if (body.status === 'completed') return body
    }
  }
  return { get, control, submit, makeCollection, settled }
}
