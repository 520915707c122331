import type { Desk } from '../../e2e/fixtures/desk.ts'
import type { Person } from '../race/people.ts'

type Page = { items: { tokenId: string }[]; nextCursor: string | null }

/** The ids of all tokens of a refresh that the desk says have failed. */
export async function listFailed(desk: Desk, { api }: Person, id: string): Promise<string[]> {
  const failed: string[] = []
  let cursor: string | null = null
  do {
    const search = new URLSearchParams({ pageSize: '200', ...(cursor !== null && { cursor }) })
    const page: Page = await (await api.get(`${desk.url}/api/refreshes/${id}/failures?${search}`)).json()
    failed.push(...page.items.map(({ tokenId }) => tokenId))
    cursor = page.nextCursor
  } while (cursor !== null)
  return failed
}
