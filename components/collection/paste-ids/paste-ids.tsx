'use client'

import { onOpening } from '../../ui/overlays/on-opening.tsx'

export const PasteIds = onOpening(() =>
  import('./paste-ids-dialog.tsx').then((module) => module.PasteIdsDialog),
)
