import type { Desk } from '../../e2e/fixtures/desk.ts'
import type { RefreshDetail } from '../../lib/domain/refreshes/model-schema.ts'
import type { Person } from '../race/people.ts'

type Deciding = { desk: Desk; person: Person; control: Desk['control'] }

/** Decides about the batches that wait for a person, by what the network really took; mostly there are none. */
export async function decide({ desk, person, control }: Deciding, refresh: RefreshDetail): Promise<void> {
  for (const { position, search } of refresh.batches) {
    if (!search?.needsPerson) continue
    const { accepted } = await control.record()
    const known = new Set(refresh.batches.map(({ reference }) => reference))
    const isShown = (id: string) => search.candidates.some(({ reference }) => reference === id)
    const taken = accepted.find(({ refresh_id }) => isShown(refresh_id) && !known.has(refresh_id))
    await person.api.post(`${desk.url}/api/refreshes/${refresh.id}/batches/${position}/decision`, {
      headers: { origin: desk.url },
      data: taken ? { choice: 'match', reference: taken.refresh_id } : { choice: 'send_again' },
    })
  }
}
