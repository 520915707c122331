import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { newTestDirectory } from '../../scripts/lib/test-directory.ts'
import { lockDirectory, refuseLocked } from './directory-lock.ts'

const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

const program = `
  const { lockDirectory } = await import(process.argv[1])
  try {
    lockDirectory(process.argv[2])
    console.log('locked')
    setInterval(() => {}, 1000)
  } catch (error) { console.log(error.message) }
`

async function lockElsewhere(directory: string): Promise<{ child: ChildProcess; said: string }> {
  const module = new URL('./directory-lock.ts', import.meta.url).href
  const args = ['--conditions=react-server', '--input-type=module', '-e', program, module, directory]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const [chunk] = await once(child.stdout, 'data')
  return { child, said: String(chunk).trim() }
}

test('default: released, a directory can be locked again and holds nothing', () => {
  const directory = newTestDirectory()
  lockDirectory(directory)()
  lockDirectory(directory)()
  expect(readdirSync(directory)).toEqual([])
})

test('error: a second process is refused and told which process holds it', async () => {
  const directory = newTestDirectory()
  const { child } = await lockElsewhere(directory)
  expect(() => lockDirectory(directory)).toThrow(new RegExp(`in use by another .*process ${child.pid}`))
  expect(() => refuseLocked(directory)).toThrow(String(child.pid))
})

test('behavior: a lock left by SIGKILL needs no hand', async () => {
  const directory = newTestDirectory()
  const { child } = await lockElsewhere(directory)
  child.kill('SIGKILL')
  await once(child, 'exit')
  refuseLocked(directory)
  lockDirectory(directory)()
})

test('behavior: a pid that now belongs to another process does not hold it', () => {
  const directory = newTestDirectory()
  writeFileSync(join(directory, 'lock'), JSON.stringify({ pid: process.pid, startedAt: '1' }))
  lockDirectory(directory)()
})

test('behavior: a lock file that makes no sense counts as free', () => {
  const directory = newTestDirectory()
  writeFileSync(join(directory, 'lock'), '')
  lockDirectory(directory)()
})

test('behavior: of several that find a stale lock at once, one gets it', async () => {
  const directory = newTestDirectory()
  writeFileSync(join(directory, 'lock'), JSON.stringify({ pid: 2 ** 22 + 1, startedAt: '1' }))
  const all = await Promise.all(Array.from({ length: 4 }, () => lockElsewhere(directory)))
  expect(all.filter(({ said }) => said === 'locked')).toHaveLength(1)
})

test('error: a directory that cannot be made is named', () => {
  const directory = join(newTestDirectory(), 'file')
  writeFileSync(directory, '')
  expect(() => lockDirectory(join(directory, 'inside'))).toThrow(/^The data directory .* cannot be written/)
})
