import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newTestDirectory } from '../test-directory.ts'
import { ask, start } from './test-start.ts'

test('error: data of another major version is refused with what to do, and left alone', async () => {
  const folder = newTestDirectory()
  mkdirSync(join(folder, 'postgres'), { mode: 0o700 })
  writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '17\n')
  const { stderr } = await start(folder)
  expect(stderr).toMatch(/^refresh-desk: .* was written by PostgreSQL 17, and this is 18; .*DATA_DIR\n$/)
  expect(readdirSync(join(folder, 'postgres'))).toEqual(['PG_VERSION'])
})

test('behavior: a long path gets its socket in a short place that only its user can enter', async () => {
  const folder = join(newTestDirectory(), 'a-long-name'.repeat(12))
  const { url } = await start(folder)
  const socket = new URL(url).searchParams.get('host') ?? ''
  expect(socket.startsWith(folder)).toBe(false)
  expect(statSync(socket).mode & 0o777).toBe(0o700)
  expect(await ask(url, 'SELECT 1')).toBe('1')
})

test('error: an empty folder in place of the data is used, a full one is not touched', async () => {
  const parent = newTestDirectory()
  mkdirSync(join(parent, 'empty', 'postgres'), { recursive: true })
  expect((await start(join(parent, 'empty'))).url).not.toBe('')
  mkdirSync(join(parent, 'full', 'postgres'), { recursive: true })
  writeFileSync(join(parent, 'full', 'postgres', 'notes'), 'mine')
  const { stderr } = await start(join(parent, 'full'))
  expect(stderr).toMatch(/^refresh-desk: .* exists and holds no database; move it away\n$/)
  expect(readdirSync(join(parent, 'full', 'postgres'))).toEqual(['notes'])
})

test.each(["it's, here", 'two "words"', '$HOME', 'ümlaut\nline'])(
  'behavior: a folder may be called %j',
  async (name) => {
    const { url, stderr } = await start(join(newTestDirectory(), name))
    expect(stderr).toBe('')
    expect(await ask(url, 'SELECT 1')).toBe('1')
  },
)
