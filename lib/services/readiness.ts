import 'server-only'
import { database, hasDatabase } from '../db/open-database.ts'

export type Readiness = { database: boolean; migrations: boolean; jobs: boolean }

type Shared = typeof globalThis & { refreshDeskJobsCheck?: () => boolean }

/** Told at start how to see whether jobs run, because services do not know who does the work. */
export function setJobsCheck(areJobsRunning: () => boolean): void {
  ;(globalThis as Shared).refreshDeskJobsCheck = areJobsRunning
}

/** Whether this instance may be given traffic. The database is shared only after its migrations are applied. */
export async function checkReadiness(): Promise<Readiness> {
  const isOpen = hasDatabase()
  return {
    database: isOpen && (await answers()),
    migrations: isOpen,
    jobs: (globalThis as Shared).refreshDeskJobsCheck?.() ?? false,
  }
}

async function answers(): Promise<boolean> {
  try {
    await database().executeSql('SELECT 1')
    return true
  } catch {
    return false
  }
}
