/** When a life ends: its submission has no answer yet, or just got it; the network took one batch more, or completed one. */
export type Moment = 'submitting' | 'submitted' | 'accepted' | 'completed'

export type Life = {
  moment: Moment
  /** How long after a submission that gets no answer; nothing outside the desk tells how far it is. */
  afterMs: number
  collection: string
  ids: string[]
  /** Of its submission: shown again when the answer was lost with the desk. */
  key: string
}

const KILLS = 20
const TOKENS = 2_500
const COLLECTIONS = 5
const moments: Moment[] = ['submitting', 'submitted', 'accepted', 'completed']
export const TOKENS_EACH = (KILLS / COLLECTIONS) * TOKENS

/** One in a hundred is not served by its origin. */
export const isBroken = (id: string) => id.endsWith('00')

/** Each life refreshes other tokens, so that one accepted twice tells on itself; four and five go round in all pairs. */
export async function planLives(createCollection: (name: string) => Promise<string>): Promise<Life[]> {
  const collections: string[] = []
  for (let at = 1; at <= COLLECTIONS; at++) collections.push(await createCollection(`Kills ${at}`))
  return Array.from({ length: KILLS }, (_, at) => {
    const first = Math.floor(at / COLLECTIONS) * TOKENS + 1
    return {
      moment: moments[at % moments.length] as Moment,
      afterMs: at * 8,
      collection: collections[at % COLLECTIONS] as string,
      ids: Array.from({ length: TOKENS }, (_, place) => String(first + place)),
      key: crypto.randomUUID(),
    }
  })
}
