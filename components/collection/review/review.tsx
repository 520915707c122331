'use client'

import dynamic from 'next/dynamic'
import { useHasOpened } from '../../ui/overlays/use-has-opened.ts'
import type { ReviewProps } from './review-dialog.tsx'

const ReviewDialog = dynamic(() => import('./review-dialog.tsx').then((module) => module.ReviewDialog), {
  ssr: false,
})

export function Review(props: ReviewProps) {
  return useHasOpened(props.isOpen) ? <ReviewDialog {...props} /> : null
}
