import type { BeforeSend } from '../http/before-send.ts'

/** Resolves when the request may start. */
export type AwaitStart = (
  requested: { what: string; isWrite: boolean },
  beforeSend?: BeforeSend,
) => Promise<void>
