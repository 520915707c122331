import 'server-only'
import { z } from 'zod'

const WAY_OUT =
  'must have its password percent-encoded (@ is %40, : is %3A, / is %2F, ? is %3F, # is %23, % is %25)'

/** Never quotes what it was given: any part of it may be of the password. */
export const databaseUrl = z.string().superRefine((value, context) => {
  const fail = (message: string) => context.addIssue({ code: 'custom', message, input: '' })
  const rest = /^postgres(?:ql)?:\/\/(.*)$/s.exec(value)?.[1]
  if (rest === undefined) fail('must start with postgres://')
  else if (isCutByPassword(rest) || !isDecodable(value)) fail(WAY_OUT)
  else if (!URL.canParse(value)) fail('must look like postgres://user:password@host:5432/name')
})

/** A name of a user ends at the last `@`; where one stands behind the host, the host began too early. */
function isCutByPassword(rest: string): boolean {
  const [beforeQuery = '', query = ''] = rest.split('?', 2)
  const [, ...path] = beforeQuery.split('/')
  return rest.includes('#') || path.join('/').includes('@') || (query.split('=')[0] ?? '').includes('@')
}

function isDecodable(value: string): boolean {
  try {
    decodeURIComponent(value)
    return true
  } catch {
    return false
  }
}
