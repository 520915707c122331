'use client'

import { onOpening } from '../../ui/overlays/on-opening.tsx'

export const Review = onOpening(() => import('./review-dialog.tsx').then((module) => module.ReviewDialog))
