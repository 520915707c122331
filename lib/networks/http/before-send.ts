/** Runs when the limiter lets the request go, right before it is written; what it throws stops the request. */
export type BeforeSend = () => void | Promise<void>
