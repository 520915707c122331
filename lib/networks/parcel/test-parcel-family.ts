import type { Family } from '../provider/provider.ts'
import { openParcel } from './test-open-parcel.ts'

export const parcelFamily: Family = {
  limits: { tokensPerRequest: 5 },
  authority: 'server_key',
  open: openParcel,
}
