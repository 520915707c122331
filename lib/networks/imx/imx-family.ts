import type { Family } from '../provider/provider.ts'
import { openImx } from './open-imx.ts'

export const imxFamily: Family = {
  limits: { tokensPerRequest: 1_000 },
  authority: 'owner_signature',
  open: openImx,
}
