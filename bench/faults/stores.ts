import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from '../../scripts/lib/postgres/start-postgres.mjs'
import { onEnd, refuseWhenEnding } from './on-end.ts'

/** Where a run keeps its rows: a copy of one migrated, empty database. */
export type Store = { env: Record<string, string>; folder: string; remove(): Promise<void> }
export type Stores = {
  /** The one that is copied; fill it before the first copy. */
  template: Store
  copy(): Promise<Store>
  /** Stops the PostgreSQL of all copies in the middle of what it does, and starts it again. */
  restart(): Promise<void>
  remove(): Promise<void>
}

const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true })

async function newFolder(): Promise<string> {
  refuseWhenEnding()
  return mkdtemp(join(tmpdir(), 'faults-'))
}

/** Databases of their own, on a PostgreSQL that is there for them alone. */
export async function openStores(): Promise<Stores> {
  const home = await newFolder()
  let running = await startPostgres(home, { isTemporary: true })
  const { url } = running
  const end = onEnd(async () => {
    await running.stop()
    await removeFolder(home)
  })
  let server = await connect(url)
  // One statement at a time, for a template can be copied only while nobody else does.
  let queue: Promise<unknown> = Promise.resolve()
  const run = (sql: string) => {
    queue = queue.catch(() => {}).then(() => server.query(sql))
    return queue
  }
  const open = async (source: string | null): Promise<Store & { name: string }> => {
    refuseWhenEnding()
    const name = `faults_${crypto.randomUUID().replaceAll('-', '')}`
    await run(`CREATE DATABASE ${name}${source ? ` TEMPLATE ${source}` : ''}`)
    const target = new URL(url)
    target.pathname = `/${name}`
    const folder = await newFolder()
    const remove = onEnd(async () => {
      await run(`DROP DATABASE ${name} WITH (FORCE)`)
      await removeFolder(folder)
    })
    return { name, folder, env: { DATA_DIR: folder, DATABASE_URL: target.href }, remove }
  }
  const template = await open(null)
  const restart = async () => {
    await server.end()
    await running.stop()
    running = await startPostgres(home, { isTemporary: true })
    server = await connect(url)
  }
  const remove = async () => {
    await template.remove()
    await server.end()
    await end()
  }
  return { template, copy: () => open(template.name), restart, remove }
}

async function connect(url: string): Promise<pg.Client> {
  const server = new pg.Client(url)
  // A harness that is ended may stop the server first.
  server.on('error', () => {})
  await server.connect()
  return server
}
