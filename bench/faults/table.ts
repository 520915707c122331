import { readFileSync, writeFileSync } from 'node:fs'

export type Row = {
  variant: string
  steps: number
  struckAt: string
  runs: number
  /** Decisions that the design leaves to a person. */
  decisions: number
  violations: number
  seconds: number
}

const START = '<!-- faults -->'
const END = '<!-- /faults -->'
const README = new URL('../README.md', import.meta.url)

const HEAD = '| variant | steps | struck at | runs | asked a person | violations |\n|---|---|---|---|---|---|'

export const renderTable = (rows: Row[]): string => [HEAD, ...rows.map(renderRow)].join('\n')

function renderRow({ variant, steps, struckAt, runs, decisions, violations }: Row): string {
  return `| ${[variant, steps, struckAt, runs, decisions, violations].join(' | ')} |`
}

/** Puts the rows between their marks in `bench/README.md`, in place of those of the same variants. */
export function writeTable(rows: Row[]): void {
  const text = readFileSync(README, 'utf8')
  const [from, to] = [text.indexOf(START), text.indexOf(END)]
  if (from < 0 || to < from) throw new Error(`bench/README.md has no ${START} … ${END}`)
  const kept = new Map(
    [...text.slice(from, to).matchAll(/^\| ([^|]+) \| \d.*$/gm)].map(([line, key]) => [key, line]),
  )
  for (const row of rows) kept.set(row.variant, renderRow(row))
  const when = `Last run on ${new Date().toISOString().slice(0, 10)}, Node ${process.version}.`
  const content = [START, when, [HEAD, ...kept.values()].join('\n'), text.slice(to)].join('\n\n')
  writeFileSync(README, text.slice(0, from) + content)
}
