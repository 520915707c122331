import 'server-only'
import type pg from 'pg'

/** One would do where nobody else works; a busy pooler may hand out others meanwhile. */
const ROUNDS = 10

/** Whether this connection ends at PostgreSQL itself: a pooler makes up what it tells of the server's process. */
export async function seesServer(client: pg.Client): Promise<boolean> {
  // The driver has it for cancelling; its types do not.
  const { processID } = client as pg.Client & { processID: number | null }
  return processID === (await processOf(client))
}

/**
 * Whether a pooler gives each transaction whatever connection is free. What a session was told (schema, time zone, locks)
 * would then hold for others and not for us.
 */
export async function isPooledByTransaction(...clients: [pg.Client, pg.Client]): Promise<boolean> {
  const known: (number | undefined)[] = []
  for (let round = 0; round < ROUNDS; round++) {
    for (const [at, client] of clients.entries()) {
      const found = await processOf(client)
      const hasMoved = known[at] !== undefined && known[at] !== found
      if (hasMoved || known[1 - at] === found) return true
      known[at] = found
    }
  }
  return false
}

async function processOf(client: pg.Client): Promise<number | undefined> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  return rows[0]?.pid
}
