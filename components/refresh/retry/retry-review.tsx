'use client'

import { onOpening } from '../../ui/overlays/on-opening.tsx'

export const RetryDialog = onOpening(() => import('./retry-dialog.tsx').then((module) => module.RetryDialog))
