import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'

const make = () => mkdtempSync(join(tmpdir(), 'desk-test-'))
const remove = (directory: string) => rmSync(directory, { recursive: true, force: true })

/** A folder of one test's own, gone when it has finished. */
export function newTestDirectory(): string {
  const directory = make()
  onTestFinished(() => remove(directory))
  return directory
}

/** The same for all tests of a file; call in `beforeAll`. */
export function newSuiteDirectory(): string {
  const directory = make()
  directories.push(directory)
  return directory
}

const directories: string[] = []
afterAll(() => directories.forEach(remove))
