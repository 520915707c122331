/** A place on this desk to go to after sign-in; whatever could lead elsewhere becomes home. */
export function localPath(next: unknown): string {
  if (typeof next !== 'string' || !/^\/(?![/\\])[^\\\s]*$/.test(next)) return '/'
  const home = 'http://desk.invalid'
  if (!URL.canParse(next, home)) return '/'
  const { origin, pathname, search, hash } = new URL(next, home)
  return origin === home && !pathname.startsWith('//') && !pathname.startsWith('/api/')
    ? `${pathname}${search}${hash}`
    : '/'
}
