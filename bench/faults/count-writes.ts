import { PGlite, type Transaction } from '@electric-sql/pglite'
import pg from 'pg'
import { step } from './steps.ts'

const WRITE = /^\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+(?:"?public"?\.)?"(\w+)"/i

/** The table that a statement of ours changes; pg-boss keeps its own books and does not count. */
function written(text: unknown): string | null {
  if (typeof text !== 'string' || text.includes('pgboss')) return null
  const table = WRITE.exec(text)?.[1]
  return table ? `${text.trimStart().slice(0, 6).toUpperCase()} ${table}` : null
}

/** Makes each domain write of this process a step, on either kind of database. */
export function countWrites(): void {
  countOnPglite()
  countOnPostgres()
}

function countOnPglite(): void {
  const { query, transaction } = PGlite.prototype
  PGlite.prototype.query = function (this: PGlite, text: string, ...rest: never[]) {
    const what = written(text)
    if (what) step('write', what)
    return query.call(this, text, ...rest)
  } as typeof query
  PGlite.prototype.transaction = async function <T>(this: PGlite, task: (tx: Transaction) => Promise<T>) {
    let isWritten = false
    const counted = (tx: Transaction) =>
      new Proxy(tx, {
        get: (target, key, receiver) => {
          if (key !== 'query') return Reflect.get(target, key, receiver)
          return (text: string, ...rest: never[]) => {
            const what = written(text)
            if (what) {
              isWritten = true
              step('write', what)
            }
            return target.query(text, ...rest)
          }
        },
      })
    const result = await transaction.call(this, async (tx) => {
      const done = await task(counted(tx))
      if (isWritten && !tx.closed) step('commit', 'transaction')
      return done
    })
    if (isWritten) step('committed', 'transaction')
    return result as T
  } as typeof transaction
}

function countOnPostgres(): void {
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
