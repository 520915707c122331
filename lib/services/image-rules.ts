import 'server-only'
import { toImageUrl } from '../collection/image-url.ts'
import { config } from '../env/config.ts'

/** What a browser of this desk may load for an image URL of a network. */
export function browserImage(raw: string | null): string | null {
  const { ipfsGateway, world, sandboxPort } = config()
  const sandboxOrigin = world === 'demo' ? `http://127.0.0.1:${sandboxPort}` : null
  return toImageUrl(raw, { ipfsGateway, sandboxOrigin })
}
