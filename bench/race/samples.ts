import type { APIRequestContext } from '@playwright/test'

type Listed = { id: string; finishedAt: string | null }

/** The samples of a first start must be over, or they are measured with the rest. */
export async function samplesSettled(api: APIRequestContext, url: string): Promise<Listed[]> {
  for (;;) {
    const { items }: { items: Listed[] } = await (await api.get(`${url}/api/refreshes`)).json()
    if (items.length > 0 && items.every(({ finishedAt }) => finishedAt)) return items
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}
