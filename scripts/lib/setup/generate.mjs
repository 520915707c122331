import { fileURLToPath } from 'node:url'
import { node24 } from '../project.mjs'
import { run } from '../run.mjs'
import { Failure, say } from '../say.mjs'
import { hashOf, readStamp, writeStamp } from './stamp.mjs'

const STAMP = 'lib/db/generated/.stamp'

/** Brings the Prisma client to the schema. */
export async function generate() {
  const wanted = hashOf(['package-lock.json', 'prisma/schema.prisma'])
  if (readStamp(STAMP) === wanted) return
  say('Generating the database client …')
  const { code, output } = await run(node24, [
    fileURLToPath(import.meta.resolve('prisma/build/index.js')),
    'generate',
  ])
  if (code !== 0) throw new Failure('The database client could not be generated:', output)
  writeStamp(STAMP, wanted)
}
