import 'server-only'

/** A setting that stops the start. The message is one line that names the variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly variable: string

  constructor(variable: string, message: string) {
    super(`${variable} ${message}`)
    this.variable = variable
  }
}
