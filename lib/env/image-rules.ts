import 'server-only'
import { config } from './config.ts'

/** What images a browser of this desk may load, and through which gateways. */
export function imageRules() {
  const { ipfsGateway, arweaveGateway, mode, sandboxPort } = config()
  return {
    ipfsGateway,
    arweaveGateway,
    sandboxOrigin: mode === 'demo' ? `http://127.0.0.1:${sandboxPort}` : null,
  }
}
