import { spawnSync } from 'node:child_process'
import { cpSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newTestDirectory } from '../test-directory.ts'

/** A checkout with just what its lock needs, and a program that takes it. */
function newCheckout(): { root: string; run: () => ReturnType<typeof spawnSync> } {
  const root = newTestDirectory()
  for (const name of ['setup/exclusive', 'launch', 'outlive-log-reader', 'project', 'running', 'say']) {
    cpSync(join('scripts/lib', `${name}.mjs`), join(root, 'scripts/lib', `${name}.mjs`))
  }
  const program = join(root, 'scripts/program.mjs')
  writeFileSync(
    program,
    `import { exclusively } from './lib/setup/exclusive.mjs'
    import { launch } from './lib/launch.mjs'
    await launch(() => exclusively(() => console.log('built')))
    process.exit()`,
  )
  return { root, run: () => spawnSync(process.execPath, [program], { encoding: 'utf8' }) }
}

test('default: the task runs', () => {
  expect(newCheckout().run()).toMatchObject({ status: 0, stdout: 'built\n', stderr: '' })
})

test.runIf(process.platform === 'linux')(
  'error: a checkout in which this user may not write is told in one line, with the way out',
  () => {
    const { root, run } = newCheckout()
    // Where not even root may make a file.
    symlinkSync('/sys/kernel', join(root, '.build'))
    const { status, stderr } = run()
    expect(stderr).toMatch(
      /^refresh-desk: This user cannot write to .*\.build \(E\w+\); start Refresh Desk as .*\n$/,
    )
    expect(status).toBe(1)
  },
)

test('error: settings that cannot be read are told in one line', () => {
  const { root, run } = newCheckout()
  cpSync('scripts/lib', join(root, '.env'), { recursive: true })
  expect(run()).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^refresh-desk: .*\.env cannot be read \(E\w+\)\n$/),
  })
})
