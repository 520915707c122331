'use client'

import { onOpening } from './on-opening.tsx'

export const Dialog = onOpening(() => import('./dialog-frame.tsx').then((module) => module.DialogFrame))
