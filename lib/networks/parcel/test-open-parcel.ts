import { Address } from '../../domain/networks/address-schema.ts'
import { UpstreamError } from '../http/upstream-error.ts'
import type { Catalog } from '../provider/catalog.ts'
import type { Provider, ProviderOptions } from '../provider/provider.ts'
import { parcelRefresher } from './test-parcel-refresher.ts'

/** It says of a collection that it is there, and nothing else. */
export function openParcel({ baseUrl }: ProviderOptions): Provider {
  return {
    catalog: catalogOf(baseUrl),
    refresher: parcelRefresher(baseUrl),
    script: null,
    upstreamNow: () => null,
  }
}

function catalogOf(baseUrl: string): Catalog {
  const nothing = async () => ({ items: [], nextCursor: null, unreadable: 0, isCutOff: false })
  return {
    ping: async () => {},
    getCollection: async (address) => {
      const { ok, status } = await fetch(`${baseUrl}/collections/${address}`)
      if (!ok)
        throw new UpstreamError('No such collection', {
          kind: 'not_found',
          httpStatus: status,
          isWritten: true,
        })
      return {
        address: Address.parse(address),
        name: 'Parcels',
        description: null,
        imageUrl: null,
        projectId: null,
        ownerAddress: null,
        metadataApiUrl: `${baseUrl}/origin`,
      }
    },
    listCollections: nothing,
    getAsset: async () => {
      throw new UpstreamError('Tokens are not listed', { kind: 'not_found', isWritten: true })
    },
    listAssets: nothing,
    listTraits: nothing,
  }
}
