import { existsSync, readFileSync } from 'node:fs'
import { inRoot, node24, outsidePath } from '../project.mjs'
import { run } from '../run.mjs'
import { Failure, say } from '../say.mjs'
import { hashOf, readStamp, writeStamp } from './stamp.mjs'

const STAMP = 'node_modules/.refresh-desk'
const TELL_EVERY_MS = 10_000

/** Brings node_modules to the lockfile. */
export async function install() {
  const wanted = hashOf(['package-lock.json', '.npmrc'])
  if (readStamp(STAMP) === wanted && existsSync(node24)) return
  if (!isInstalled()) await installPackages()
  writeStamp(STAMP, wanted)
}

async function installPackages() {
  say('Installing packages (about a minute the first time) …')
  const startedAt = Date.now()
  const timer = setInterval(() => {
    say(`  still installing, ${Math.round((Date.now() - startedAt) / 1000)} s`)
  }, TELL_EVERY_MS)
  const { code, output } = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    env: { PATH: outsidePath(), NODE_ENV: 'development' },
  })
  clearInterval(timer)
  if (code !== 0) throw new Failure('The packages could not be installed (npm ci failed):', output)
}

/** Whether somebody's own `npm ci` already did it: npm keeps beside the packages a list of what it installed. */
function isInstalled() {
  if (!existsSync(node24)) return false
  const wanted = readPackages('package-lock.json')
  const found = readPackages('node_modules/.package-lock.json')
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' || (found[path] ? found[path].version === entry.version : entry.optional || entry.peer),
  )
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(inRoot(path), 'utf8')).packages ?? {}
  } catch {
    return {}
  }
}
