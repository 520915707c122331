import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { failedBrowserTests, failedUnitTests } from './failures.mjs'
import { inRoot, nextBin, node24 } from './project.mjs'
import { run } from './run.mjs'
import { say } from './say.mjs'

export const resultsFolder = inRoot('node_modules/.cache/refresh-desk')

const rooms = ['app', 'components', 'lib', 'sandbox', 'e2e', 'bench', 'scripts', 'instrumentation.ts']
const bin = (path) => inRoot('node_modules', path)
const checks = [
  ['format and lint', [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings']],
  ['types', [bin('typescript/bin/tsc'), '--noEmit']],
  [
    'walls',
    [bin('dependency-cruiser/bin/dependency-cruiser.mjs'), ...rooms, '--config', '.dependency-cruiser.cjs'],
  ],
  ['unused code', [bin('knip/bin/knip.js')]],
  ['code that only tests use', [bin('knip/bin/knip.js'), '--production']],
]

/** Each check counts as one test: it passes or it fails, and prints only when it fails. */
export async function* runChecks() {
  // Writes the route types that the type check reads.
  await run(node24, [nextBin, 'typegen'])
  for (const [name, args] of checks) {
    say(`Checking ${name} …`)
    const { code, output } = await run(node24, args)
    if (code !== 0) say(output)
    yield count({ name, code, passed: code === 0 ? 1 : 0, failures: [] })
  }
}

export async function runUnitTests() {
  const name = 'unit and integration tests'
  say(`Running ${name} …`)
  const file = join(resultsFolder, 'unit.json')
  rmSync(file, { force: true })
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { code } = await run(node24, [bin('vitest/vitest.mjs'), ...args], { onLine: say })
  const report = readReport(file)
  return count({ name, code, passed: report?.numPassedTests, failures: failedUnitTests(report) })
}

export async function runBrowserTests() {
  const name = 'end-to-end tests'
  say(`Running ${name} …`)
  const file = join(resultsFolder, 'e2e.json')
  rmSync(file, { force: true })
  const { code } = await run(node24, [bin('@playwright/test/cli.js'), 'test', '--reporter=list,json'], {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    onLine: say,
  })
  const report = readReport(file)
  return count({ name, code, passed: report?.stats.expected, failures: failedBrowserTests(report) })
}

/** A runner that fails without naming a failed test counts as one failure. */
function count({ name, code, passed = 0, failures }) {
  return { name, passed, failed: code !== 0 ? Math.max(failures.length, 1) : failures.length, failures }
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
