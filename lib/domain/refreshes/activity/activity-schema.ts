import { z } from 'zod'
import { MemberRef } from '../../team/model-schema.ts'

// Rows may be of an older version: a field that cannot be read must not hide the whole history.
const count = z.number().int().catch(0)
const known = z.number().int().optional().catch(undefined)
const text = z.string().nullable().catch(null)
const time = z.iso.datetime().nullable().catch(null)
const status = z.number().int().nullable().catch(null)

const nothing = z.object({})
const ofBatch = z.object({ batch: count, tokens: count })
const refused = ofBatch.extend({ reason: text, httpStatus: status })
const outcome = z.object({ succeeded: count, failed: count, unknown: count })

const activity = <Kind extends string, Data extends z.ZodObject>(kind: Kind, data: Data) =>
  z.object({
    id: z.string(),
    at: z.iso.datetime(),
    by: MemberRef.nullable(),
    kind: z.literal(kind),
    /** What the sentence for this kind needs. */
    data,
  })

const kinds = [
  /** A query is submitted before its tokens are known; `token` is the name of the access token that a script showed. */
  activity('submitted', z.object({ tokens: known, batches: known, token: text.optional() })),
  activity('retried', z.object({ id: z.string().catch(''), number: count, tokens: count })),
  activity('expanded', z.object({ tokens: count, batches: count, reason: text, leftOut: count })),
  activity('imported', z.object({ tokens: count })),
  activity('batch_accepted', ofBatch),
  activity('batch_rejected', refused),
  activity('batch_lost', refused),
  activity('batch_finished', outcome.extend({ batch: count })),
  activity('batch_found', ofBatch),
  activity('batch_sent_again', ofBatch),
  activity('batch_absent', ofBatch),
  activity('batch_needs_person', ofBatch.extend({ candidates: count })),
  activity(
    'batch_decided',
    ofBatch.extend({ choice: z.enum(['match', 'send_again', 'give_up']).nullable().catch(null) }),
  ),
  activity('waiting_quota', z.object({ batches: count, until: time })),
  activity('waiting_authority', z.object({ batches: count, httpStatus: status })),
  activity('backoff', refused.extend({ until: time })),
  activity('resumed', nothing),
  activity('paused', nothing),
  activity('held', ofBatch.extend({ failed: count })),
  activity('unpaused', nothing),
  activity('cancelled', z.object({ batches: count, tokens: count, running: count })),
  activity('note_changed', z.object({ note: text })),
  activity('refused_again', z.object({ times: count, httpStatus: status })),
  activity('finished', outcome),
] as const

/** Something that happened to a refresh, with what is to be said of it. */
export const Activity = z.discriminatedUnion('kind', kinds)
export type Activity = z.infer<typeof Activity>

type FactOf<One> = One extends { kind: infer Kind; data: infer Data } ? { kind: Kind; data: Data } : never
/** A kind with its own data, and with no other kind's. */
export type ActivityFact = FactOf<Activity>
export type DataOf<Kind extends Activity['kind']> = Extract<Activity, { kind: Kind }>['data']
