import pg from 'pg'
import { step } from './steps.ts'

const WRITE = /^\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+(?:"?public"?\.)?"(\w+)"/i

/** The table that a statement of ours changes; the books of the queue do not count: pg-boss's own, and who has which job. */
function written(text: unknown): string | null {
  if (typeof text !== 'string' || text.includes('pgboss')) return null
  const table = WRITE.exec(text)?.[1]
  return table && table !== 'JobLease' ? `${text.trimStart().slice(0, 6).toUpperCase()} ${table}` : null
}

/** Makes each domain write of this process a step. */
export function countWrites(): void {
  const { query } = pg.Client.prototype
  const writers = new WeakSet<pg.Client>()
  pg.Client.prototype.query = function (this: pg.Client, asked: string | { text: string }, ...rest: never[]) {
    const text = typeof asked === 'string' ? asked : asked.text
    const what = written(text)
    if (what) {
      writers.add(this)
      step('write', what)
    }
    const isCommit = /^commit$/i.test(text ?? '') && writers.has(this)
    if (isCommit) step('commit', 'transaction')
    if (/^(begin|commit|rollback)/i.test(text ?? '')) writers.delete(this)
    const answer = (query as (...args: unknown[]) => unknown).call(this, asked, ...rest)
    if (!isCommit) return answer
    return (answer as Promise<unknown>).then((result) => {
      step('committed', 'transaction')
      return result
    })
  } as typeof query
}
