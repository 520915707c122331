import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder of one test's own, gone when it has finished. */
export function newTestDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'desk-test-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}
