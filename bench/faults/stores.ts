import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { onEnd, refuseWhenEnding } from './on-end.ts'

/** Where a run keeps its rows: a copy of one migrated, empty database. */
export type Store = { env: Record<string, string>; folder: string; remove(): Promise<void> }
export type Stores = {
  kind: 'pglite' | 'postgres'
  /** The one that is copied; fill it before the first copy. */
  template: Store
  copy(): Promise<Store>
  remove(): Promise<void>
}

function newFolder(): Promise<string> {
  refuseWhenEnding()
  return mkdtemp(join(tmpdir(), 'faults-'))
}
const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true })

export async function pgliteStores(): Promise<Stores> {
  const open = async (): Promise<Store> => {
    const folder = await newFolder()
    return { folder, env: { DATA_DIR: folder, DATABASE_URL: '' }, remove: onEnd(() => removeFolder(folder)) }
  }
  const template = await open()
  const copy = async () => {
    const store = await open()
    await cp(template.folder, store.folder, { recursive: true })
    return store
  }
  return { kind: 'pglite', template, copy, remove: () => template.remove() }
}

/** Databases of their own on the server at `url`, whose user must be allowed to make them. */
export async function postgresStores(url: string): Promise<Stores> {
  const server = new pg.Client(url)
  await server.connect()
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
  const remove = async () => {
    await template.remove()
    await server.end()
  }
  return { kind: 'postgres', template, copy: () => open(template.name), remove }
}
