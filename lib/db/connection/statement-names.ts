import 'server-only'

/** Each connection keeps what it has prepared, so only so many of the statements that come first are. */
const MOST = 100

/**
 * Names for prepared statements: what is asked again and again is parsed and planned once for each connection. Not for a
 * database elsewhere, where a pooler may give each transaction another connection.
 */
export function statementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>()
  return ({ sql }) => {
    const known = names.get(sql)
    if (known !== undefined) return known
    const name = names.size < MOST ? `desk_${names.size}` : ''
    if (name) names.set(sql, name)
    return name
  }
}
