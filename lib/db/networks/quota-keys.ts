import 'server-only'
import type { NetworkSlug } from '../../domain/networks/network-slug.ts'
import type { Db } from '../connection/client.ts'

/** What shares one quota on a network. */
export type Project = { network: NetworkSlug; key: string }

/** The project's number as text, or the collection's address where no number is known. */
export const quotaKeyOf = ({ address, projectId }: { address: string; projectId: number | null }): string =>
  projectId === null ? address : String(projectId)

export const projectOf = ({ network, quotaKey }: { network: string; quotaKey: string }): Project => ({
  network: network as NetworkSlug,
  key: quotaKey,
})

/** The collections of a project, as a filter. */
export const inProject = ({ network, key }: Project) => ({ network, quotaKey: key })

/** Whoever changes batches and refreshes of a project holds this first, until the transaction ends. */
export async function lockProject(tx: Db, { network, key }: Project): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${network} ${key}`}, 5172))`
}

/** In one order everywhere, so that two transactions never wait for each other. */
export async function lockProjects(tx: Db, projects: Iterable<Project>): Promise<void> {
  const distinct = new Map([...projects].map((project) => [`${project.network} ${project.key}`, project]))
  for (const [, project] of [...distinct].sort(([a], [b]) => (a < b ? -1 : 1))) await lockProject(tx, project)
}
