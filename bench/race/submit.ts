import type { Desk } from '../../e2e/fixtures/desk.ts'
import type { Person } from './people.ts'

export type Submission = {
  /** Demo mode's own unless it is named. */
  network?: string
  collection: string
  ids: string[]
  note: string
  /** The same one again submits nothing twice. */
  key?: string
}

type Signed = Pick<Submission, 'network' | 'collection'>

/** Gives the desk the signed number that it asks for, as the owner does in the wallet. */
export async function sign(
  desk: Pick<Desk, 'url'>,
  { account, api }: Person,
  { network = 'imx-local', collection }: Signed,
): Promise<void> {
  const asked = await api.get(
    `${desk.url}/api/signatures/challenge?network=${network}&collection=${collection}`,
  )
  const { timestamp } = await asked.json()
  const signature = await account.signMessage({ message: timestamp })
  const given = await api.post(`${desk.url}/api/signatures`, {
    headers: { origin: desk.url },
    data: { network, ownerAddress: account.address, timestamp, signature },
  })
  if (!given.ok()) throw new Error(`No signature: ${await given.text()}`)
}

/** Submits, and signs when the desk asks for it; returns how often it did and how long the accepted request took. */
export async function submit(desk: Pick<Desk, 'url'>, person: Person, submission: Submission) {
  const { network = 'imx-local', collection, ids, note, key = crypto.randomUUID() } = submission
  for (let signatures = 0; ; signatures++) {
    const startedAt = performance.now()
    const answer = await person.api.post(`${desk.url}/api/refreshes`, {
      headers: { origin: desk.url, 'idempotency-key': key },
      data: { network, collection, selection: { ids }, note },
      timeout: 120_000,
    })
    const tookMs = performance.now() - startedAt
    const body: { id: string; reason?: string; title?: string } = await answer.json()
    if (answer.ok()) return { id: body.id, tookMs, signatures }
    if (body.reason !== 'needs_signature') throw new Error(`No refresh: ${body.title}`)
    await sign(desk, person, submission)
  }
}
