import { z } from 'zod'

const Trail = z.array(z.string().nullable())
const KEY = 'desk-cursors'

/** The cursors of the previous pages in this tab, first page first. */
export function readTrail(list: string, length: number): (string | null)[] {
  try {
    const stored = z
      .object({ list: z.string(), trail: Trail })
      .parse(JSON.parse(sessionStorage.getItem(KEY) ?? ''))
    return stored.list === list ? stored.trail.slice(0, length) : []
  } catch {
    return []
  }
}

export function writeTrail(list: string, trail: (string | null)[]) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ list, trail }))
  } catch {
    // Without storage, only "Previous" is lost.
  }
}
