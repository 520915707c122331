import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { inRoot, nextBin, node24 } from '../project.mjs'
import { run } from '../run.mjs'
import { Failure, say } from '../say.mjs'
import { hashOf, readStamp, writeStamp } from './stamp.mjs'

const KEPT_BUILDS = 2
const sources = [
  'package-lock.json',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'tsconfig.next.json',
  'instrumentation.ts',
  'instrumentation-node.ts',
  'proxy.ts',
  'prisma/schema.prisma',
  'app',
  'components',
  'lib',
  'public',
  'node_modules/node/package.json',
]

/** Builds what the sources say, beside any older build that may still be running; returns the folder's name. */
export async function build() {
  const hash = hashOf(sources, (path) => path === 'lib/db/generated')
  const folder = `.build/${hash}`
  const stamp = `${folder}/refresh-desk-stamp`
  if (readStamp(stamp) === hash) return folder
  say('Building (about half a minute) …')
  const startedAt = Date.now()
  const { code, output } = await run(node24, [nextBin, 'build'], {
    env: { NEXT_DIST_DIR: folder, NODE_ENV: 'production' },
  })
  if (code !== 0) throw new Failure('The build failed:', output)
  writeStamp(stamp, hash)
  say(`Built in ${Math.round((Date.now() - startedAt) / 1000)} s.`)
  removeOldBuilds()
  return folder
}

function removeOldBuilds() {
  if (!existsSync(inRoot('.build'))) return
  const folders = readdirSync(inRoot('.build'))
    .map((name) => ({ path: inRoot('.build', name), at: statSync(inRoot('.build', name)).mtimeMs }))
    .sort((a, b) => b.at - a.at)
  for (const { path } of folders.slice(KEPT_BUILDS)) rmSync(path, { recursive: true, force: true })
}
