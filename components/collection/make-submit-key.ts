/** A key for one submit. `crypto.randomUUID` is missing where the desk is opened over plain http, so it is not used. */
export function makeSubmitKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
