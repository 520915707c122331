import { readFileSync, writeFileSync } from 'node:fs'

export type Row = {
  database: string
  variant: string
  steps: number
  runs: number
  /** Decisions that the design leaves to a person. */
  decisions: number
  violations: number
  seconds: number
}

const START = '<!-- faults -->'
const END = '<!-- /faults -->'
const README = new URL('../README.md', import.meta.url)

export function renderTable(rows: Row[]): string {
  const head =
    '| database | variant | steps | runs | asked a person | violations |\n|---|---|---|---|---|---|'
  const lines = rows.map(({ database, variant, steps, runs, decisions, violations }) =>
    ['', database, variant, steps, runs, decisions, violations, ''].join(' | ').trim(),
  )
  return [head, ...lines].join('\n')
}

/** Puts the table between its marks in `bench/README.md`. */
export function writeTable(rows: Row[]): void {
  const text = readFileSync(README, 'utf8')
  const [from, to] = [text.indexOf(START), text.indexOf(END)]
  if (from < 0 || to < from) throw new Error(`bench/README.md has no ${START} … ${END}`)
  const when = `Measured on ${new Date().toISOString().slice(0, 10)}, Node ${process.version}.`
  const content = `${START}\n\n${when}\n\n${renderTable(rows)}\n\n${text.slice(to)}`
  writeFileSync(README, text.slice(0, from) + content)
}
