import { type APIRequestContext, request } from '@playwright/test'
import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import type { Desk } from '../../e2e/fixtures/desk.ts'
import { signInByApi } from '../../e2e/fixtures/sign-in.ts'

// The published key of account 0 of the development mnemonic: the owner of the demo collections, and the first admin.
export const DEMO_KEY = '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80'
export const owner = privateKeyToAccount(DEMO_KEY)

export type Person = { account: PrivateKeyAccount; api: APIRequestContext; cookie: string }

/** Signs in a wallet that may; everything later in `api` is theirs. The first admin of real mode shows the set-up token. */
export async function join(
  desk: Pick<Desk, 'url'>,
  account: PrivateKeyAccount,
  setupToken?: string,
): Promise<Person> {
  const api = await request.newContext()
  const signedIn = await signInByApi(api, desk.url, account, setupToken)
  if (!signedIn.ok()) throw new Error(`No session: ${await signedIn.text()}`)
  const { cookies } = await api.storageState()
  return { account, api, cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') }
}

/** Members of their own, each with a session of their own; returns their cookies. */
export async function joinMany(desk: Pick<Desk, 'url'>, admin: Person, count: number): Promise<string[]> {
  const cookies: string[] = []
  for (let person = 0; person < count; person++) {
    const account = privateKeyToAccount(generatePrivateKey())
    const added = await admin.api.post(`${desk.url}/api/members`, {
      headers: { origin: desk.url },
      data: { address: account.address, role: 'viewer' },
    })
    if (!added.ok()) throw new Error(`No member: ${await added.text()}`)
    const { api, cookie } = await join(desk, account)
    await api.dispose()
    cookies.push(cookie)
  }
  return cookies
}
