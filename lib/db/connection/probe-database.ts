import 'server-only'
import { type DatabaseTrouble, findDatabaseTrouble } from './database-trouble.ts'
import type { Driver } from './driver.ts'

/**
 * Makes rows that fill more memory than it is given, so that the server writes them to its disk and deletes them again:
 * a full disk refuses that, while a small change would still fit into the pages and the log that the server has.
 */
const PROBE = `
  SELECT set_config('work_mem', '64kB', true);
  SELECT current_setting('transaction_read_only') = 'on' AS "isReadOnly", count(*) FROM generate_series(1, 30000)`

/** What would keep a submission from being stored; null when nothing does. Leaves nothing behind. */
export async function probeDatabase({
  executeSql,
}: Pick<Driver, 'executeSql'>): Promise<DatabaseTrouble | null> {
  try {
    const { rows } = await executeSql(PROBE)
    return rows.at(-1)?.isReadOnly ? 'read_only' : null
  } catch (error) {
    return findDatabaseTrouble(error) ?? 'unreachable'
  }
}
