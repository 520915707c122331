import { mkdirSync } from 'node:fs'
import { launch } from './lib/launch.mjs'
import { say } from './lib/say.mjs'
import { build } from './lib/setup/build.mjs'
import { ensureChromium } from './lib/setup/chromium.mjs'
import { exclusively } from './lib/setup/exclusive.mjs'
import { ensurePackages } from './lib/setup/packages.mjs'
import { resultsFolder, runBrowserTests, runChecks, runUnitTests } from './lib/suites.mjs'

/** `npm test`: everything; `--no-browser` (`npm run verify`) leaves the browser out. The last line sums up all suites. */
async function* suites(flags) {
  yield* runChecks()
  yield await runUnitTests()
  if (flags.has('--no-browser')) return
  if (!(await ensureChromium())) {
    yield { name: 'end-to-end tests', passed: 0, failed: 1, failures: ['there is no Chromium'] }
    return
  }
  await exclusively(build)
  yield await runBrowserTests()
}

async function main() {
  await ensurePackages()
  mkdirSync(resultsFolder, { recursive: true })
  const results = []
  try {
    for await (const result of suites(new Set(process.argv.slice(2)))) results.push(result)
  } catch (error) {
    console.error(error.detail ?? error)
    results.push({ name: 'build', passed: 0, failed: 1, failures: [] })
  }
  say('')
  for (const { name, passed, failed, failures } of results) {
    say(`${failed ? 'FAILED' : 'passed'}  ${name}: ${passed} passed, ${failed} failed`)
    for (const failure of failures) say(`not passed: ${failure}`)
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  process.exitCode = sum('failed') > 0 ? 1 : 0
  say(`${sum('passed')} passed, ${sum('failed')} failed`)
}

await launch(main, { readsSettings: false })
