import 'server-only'
import { AppError } from '../../core/app-error.ts'
import type { ScriptDialect } from '../../networks/provider/script-dialect.ts'
import type { WorkContext } from '../context.ts'
import type { Network } from '../networks/networks.ts'

/** A network with an API of its own that scripts can be let through to. */
export type ScriptNetwork = Network & { script: ScriptDialect }

/** The network that `/api/<slug>` means; `imx` is the first one where none of that very name is switched on. */
export function getScriptNetwork({ networks }: Pick<WorkContext, 'networks'>, slug: string): ScriptNetwork {
  const [first] = networks.list()
  const network = networks.find(slug) ?? (slug === 'imx' && first ? first : networks.get(slug))
  const { script } = network.provider
  if (script) return { ...network, script }
  throw new AppError('not_found', `${network.name} has no API that scripts can use through this desk.`)
}
