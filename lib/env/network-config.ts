import 'server-only'
import { ConfigError } from './config-error.ts'
import type { Variables } from './variables.ts'

export type NetworkConfig = {
  slug: 'imx' | 'imx-sandbox' | 'imx-local'
  /** Without a trailing slash; may have a path. */
  baseUrl: string
  apiKey: string | null
  /** 0 means no limit. */
  requestsPerSecond: number
}

/** The networks named by `NETWORKS`, in that order; null when it is unset, which means demo mode. */
export function readNetworks(variables: Variables): NetworkConfig[] | null {
  if (variables.NETWORKS === undefined) return null
  const slugs = variables.NETWORKS.split(',').map((slug) => slug.trim())
  if (new Set(slugs).size < slugs.length) throw new ConfigError('NETWORKS', 'names a network twice')
  return slugs.map((slug) => readNetwork(slug, variables))
}

function readNetwork(slug: string, variables: Variables): NetworkConfig {
  switch (slug) {
    case 'imx':
      return {
        slug,
        baseUrl: variables.IMX_BASE_URL,
        apiKey: variables.IMX_API_KEY ?? null,
        requestsPerSecond: variables.IMX_REQUESTS_PER_SECOND,
      }
    case 'imx-sandbox':
      return {
        slug,
        baseUrl: variables.IMX_SANDBOX_BASE_URL,
        apiKey: variables.IMX_SANDBOX_API_KEY ?? null,
        requestsPerSecond: variables.IMX_SANDBOX_REQUESTS_PER_SECOND,
      }
    case 'imx-local':
      throw new ConfigError(
        'NETWORKS',
        'cannot name imx-local, the demo network; leave NETWORKS unset for the demo',
      )
    default:
      throw new ConfigError('NETWORKS', `names an unknown network "${slug}"; known are imx and imx-sandbox`)
  }
}

/** The demo network is always the sandbox on this machine: no setting can point its name anywhere else. */
export function localNetwork(sandboxPort: number): NetworkConfig {
  return {
    slug: 'imx-local',
    baseUrl: `http://127.0.0.1:${sandboxPort}/imx`,
    apiKey: null,
    requestsPerSecond: 0,
  }
}
