import { cpus, totalmem } from 'node:os'
import { freeze } from './parts/freeze.ts'
import { history } from './parts/history.ts'
import { kills } from './parts/kills.ts'
import { pages } from './parts/pages.ts'
import { proxy } from './parts/proxy.ts'
import { race } from './parts/race.ts'
import type { Row } from './row.ts'

const parts: Record<string, () => Promise<Row[]>> = { pages, proxy, race, freeze, history, kills }

const asked = process.argv.slice(2)
const unknown = asked.find((name) => !(name in parts))
if (unknown) {
  console.error(`There is no part ${unknown}; the parts are ${Object.keys(parts).join(', ')}.`)
  process.exit(1)
}

console.log(`${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}\n`)
console.log('| what | measured | aim | how |\n|---|---|---|---|')
for (const [name, measure] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  for (const row of await measure()) console.log(`| ${row.join(' | ')} |`)
}
