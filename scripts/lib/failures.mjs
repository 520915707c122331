import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { inRoot } from './project.mjs'

/** One line per test that did not pass: where it stands, what it is called, and the first line of why. */
export function failedUnitTests(report) {
  return (report?.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(inRoot('.'), name)
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (failed.length === 0) return status === 'failed' ? [line(file, 'the file itself', message)] : []
    return failed.map(({ fullName, failureMessages }) => line(file, fullName, failureMessages[0]))
  })
}

export function failedBrowserTests(report) {
  const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)]
  return specs(report ?? {})
    .filter(({ ok, tests }) => !ok || tests.some(({ status }) => status === 'flaky'))
    .map(({ file, title, tests }) =>
      line(`e2e/${file}`, title, tests[0]?.results.find(({ error }) => error)?.error.message),
    )
}

const line = (file, title, why = '') =>
  `${file} › ${title}: ${stripVTControlCharacters(why).trim().split('\n')[0]}`
