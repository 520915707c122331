import { z } from 'zod'
import { needs } from './need.ts'

export const Need = z.enum(needs)
