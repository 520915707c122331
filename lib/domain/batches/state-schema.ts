import { z } from 'zod'
import { batchStates, refreshStates, waitReasons } from './state.ts'

export const BatchState = z.enum(batchStates)
export const RefreshState = z.enum(refreshStates)
export const WaitReason = z.enum(waitReasons)
