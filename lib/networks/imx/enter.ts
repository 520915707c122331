/** Runs when the limiter lets the request go, right before it is written; what it throws stops the request. */
export type BeforeSend = () => void | Promise<void>

/** Resolves when the request may start. */
export type Enter = (requested: { what: string; isWrite: boolean }, beforeSend?: BeforeSend) => Promise<void>
