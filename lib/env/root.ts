import 'server-only'

/** The project's directory: every script of ours starts there, and bundled code knows no other way. */
export function findRoot(): string {
  return process.cwd()
}
