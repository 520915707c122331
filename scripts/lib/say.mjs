/** A failure that the person who started us can mend, told in one line. */
export class Failure extends Error {
  /** @param {string} message @param {string} [detail] what a failed program printed, shown below the line */
  constructor(message, detail = '') {
    super(message)
    this.detail = detail
  }
}

/** @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`)
}

/** @param {unknown} error */
export function sayFailure(error) {
  if (!(error instanceof Failure)) {
    console.error(error)
    return
  }
  if (error.message) process.stderr.write(`refresh-desk: ${error.message}\n`)
  if (error.detail) process.stderr.write(`${error.detail.trimEnd()}\n`)
}
