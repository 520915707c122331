'use client'

import dynamic from 'next/dynamic'
import type { SignSlot } from '@/components/collection/review/review-signature.tsx'
import { Skeleton } from '@/components/ui/skeleton.tsx'

// Wallet code is loaded only when someone has to sign.
const SignPanel = dynamic(
  () => import('@/components/wallet/signing/sign-panel.tsx').then((module) => module.SignPanel),
  {
    ssr: false,
    loading: () => <Skeleton className="h-40 w-full" />,
  },
)

export const signHere: SignSlot = (props) => <SignPanel purpose="submit" {...props} />

export const signToImport: SignSlot = (props) => <SignPanel purpose="import" {...props} />
