import 'server-only'
import { listLiveOfProject } from '../../db/batches/batch-work.ts'
import type { Authority } from './authority.ts'

/** An API key of the project, which the operator of this server configured. */
export const serverKey: Authority = {
  find: async (work, { network }) => {
    const key = work.networks.get(network).serverKey.find()
    if (key === null) return null
    return { credential: { kind: 'server_key', key }, signatureId: null, isFirstUse: false }
  },
  isLive: async () => true,
  markProven: async () => {},
  recordUse: async () => {},
  end: async (work, _db, { credential }) => {
    if (credential.kind !== 'server_key') return
    for (const { serverKey } of work.networks.list()) serverKey.refuse(credential.key)
  },
  listDependants: (db, { project }) => listLiveOfProject(db, project),
  endIdle: async () => {},
  missing: {
    message: 'This network needs an API key. An admin must enter it in the settings of this server.',
    reason: 'needs_key',
  },
}
