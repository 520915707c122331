import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import pg from 'pg'
import { onTestFinished } from 'vitest'

export const isRoot = process.getuid?.() === 0
export const program = (setUp = '', how = '{}') => `
  import { stopAll, stopOnSignals } from ${JSON.stringify(`${process.cwd()}/scripts/lib/running.mjs`)}
  import { sayFailure } from ${JSON.stringify(`${process.cwd()}/scripts/lib/say.mjs`)}
  ${setUp}
  const { startPostgres } = await import(${JSON.stringify(`${process.cwd()}/scripts/lib/postgres/start-postgres.mjs`)})
  stopOnSignals()
  try {
    console.log((await startPostgres(process.argv[1], ${how})).url)
    setInterval(() => {}, 1_000)
  } catch (error) {
    sayFailure(error)
    await stopAll(1)
  }`

type Started = { child: ChildProcess; url: string; stderr: string }

/** A process of its own that starts a PostgreSQL, up to the moment at which it serves or says why not. */
export async function start(
  folder: string,
  { code = program(), wrap = [] as string[], env = {} } = {},
): Promise<Started> {
  const [command = '', ...args] = [...wrap, process.execPath, '--input-type=module', '-e', code, folder]
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await endOf(child)
  })
  const started = { child, url: '', stderr: '' }
  child.stderr.on('data', (chunk) => (started.stderr += chunk))
  await Promise.race([
    once(child.stdout, 'data').then(([line]) => (started.url = String(line).trim())),
    once(child, 'close'),
  ])
  return started
}

export const endOf = async (child: ChildProcess) => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

export async function ask(url: string, sql: string): Promise<string> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query({ text: sql, rowMode: 'array' })
  await client.end()
  return String(rows[0]?.[0])
}

/** Whether anything of a PostgreSQL still lives there; waits for what is just stopping. */
export const isFree = (folder: string) =>
  spawnSync('flock', ['--timeout', '60', join(folder, 'postgres.lock'), 'true']).status === 0
