import 'server-only'
import { AppError } from '../../core/app-error.ts'
import type { ScriptDialect } from '../../networks/provider.ts'
import type { Network } from '../networks/networks.ts'

/** Throws `not_found` for a network that has no API of its own to pass on. */
export function scriptOf({ name, provider }: Network): ScriptDialect {
  if (!provider.script)
    throw new AppError('not_found', `${name} has no API that scripts can use through this desk.`)
  return provider.script
}
