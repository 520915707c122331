import { chmodSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { newTestDirectory } from '../test-directory.ts'
import { ask, endOf, isFree, isRoot, program, start } from './test-start.ts'

test('error: a platform without a package is told in one line that names DATABASE_URL', async () => {
  const code = program("Object.defineProperty(process, 'arch', { value: 'mips' })")
  const { stderr } = await start(newTestDirectory(), { code })
  expect(stderr).toMatch(
    /^refresh-desk: There is no built-in PostgreSQL for \w+-mips; set DATABASE_URL .*\n$/,
  )
})

/** A machine without user namespaces, as a container often is: `unshare` fails there. */
function withoutNamespaces(...alsoMissing: string[]) {
  const bin = newTestDirectory()
  for (const name of ['unshare', ...alsoMissing])
    writeFileSync(join(bin, name), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
  return { PATH: `${bin}:${process.env.PATH}` }
}

test.runIf(isRoot)(
  'error: root without user namespaces and without a way to another user is told so in one line',
  async () => {
    const folder = newTestDirectory()
    const { stderr } = await start(folder, { env: withoutNamespaces('setpriv') })
    expect(stderr).toMatch(/^refresh-desk: PostgreSQL cannot run as root, .*DATABASE_URL.*\n$/)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  },
)

const canReach = (path: string): boolean =>
  (statSync(path).mode & 0o001) !== 0 && (dirname(path) === path || canReach(dirname(path)))

test.runIf(isRoot && canReach(process.cwd()))(
  'behavior: root without user namespaces runs it as nobody, whose data only nobody can read',
  async () => {
    const parent = newTestDirectory()
    chmodSync(parent, 0o755)
    const folder = join(parent, 'demo')
    const { url, child } = await start(folder, { env: withoutNamespaces() })
    expect(await ask(url, 'SELECT 1')).toBe('1')
    expect([statSync(join(folder, 'postgres')).uid, statSync(join(folder, 'postgres')).mode & 0o777]).toEqual(
      [65534, 0o700],
    )
    child.kill('SIGKILL')
    await endOf(child)
    expect(isFree(folder)).toBe(true)
    // Where there are namespaces again, the data is still nobody's.
    const again = await start(folder)
    expect(await ask(again.url, 'SELECT 1')).toBe('1')
    again.child.kill('SIGTERM')
    await endOf(again.child)
  },
)

test.runIf(isRoot && canReach(process.cwd()))(
  'behavior: data that root made in a namespace is served as nobody where there is none any more',
  async () => {
    const parent = newTestDirectory()
    chmodSync(parent, 0o755)
    const folder = join(parent, 'demo')
    const first = await start(folder)
    await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS number')
    first.child.kill('SIGTERM')
    await endOf(first.child)
    const second = await start(folder, { env: withoutNamespaces() })
    expect(await ask(second.url, 'SELECT number FROM kept')).toBe('7')
  },
)
