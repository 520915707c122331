import 'server-only'
import type { NetworkSlug } from '../collection/network-slug.ts'
import type { Db } from './client.ts'

/** What shares one quota: the project's number, or the collection's address where no number is known. */
export type Project = { network: NetworkSlug; key: string }

type ProjectFacts = { network: NetworkSlug; address: string; projectId: number | null }

export function projectOf({ network, address, projectId }: ProjectFacts): Project {
  return { network, key: projectId === null ? address : String(projectId) }
}

/** The collections of a project, as a filter. */
export function inProject({ network, key }: Project) {
  return key.startsWith('0x')
    ? { network, address: key, projectId: null }
    : { network, projectId: Number(key) }
}

/** Whoever changes batches and refreshes of a project holds this first, until the transaction ends. */
export async function lockProject(tx: Db, { network, key }: Project): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${network} ${key}`}, 5172))`
}

/** In one order everywhere, so that two transactions never wait for each other. */
export async function lockProjects(tx: Db, projects: Iterable<Project>): Promise<void> {
  const distinct = new Map([...projects].map((project) => [`${project.network} ${project.key}`, project]))
  for (const [, project] of [...distinct].sort(([a], [b]) => (a < b ? -1 : 1))) await lockProject(tx, project)
}
