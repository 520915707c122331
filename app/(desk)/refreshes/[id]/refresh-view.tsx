'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { RefreshPage } from '@/components/refresh/refresh-page.tsx'
import { Skeleton } from '@/components/ui/skeleton.tsx'

// Wallet code comes only when somebody has to sign.
const SignPanel = dynamic(
  () => import('@/components/wallet/sign-panel.tsx').then((module) => module.SignPanel),
  {
    ssr: false,
    loading: () => <Skeleton className="h-40 w-full" />,
  },
)

/** Where a refresh and the wallet area meet. */
export function RefreshView({ id }: { id: string }) {
  const router = useRouter()
  return (
    <RefreshPage
      id={id}
      sign={(props) => <SignPanel purpose="continue" {...props} />}
      onOpenRefresh={(made) => router.push(`/refreshes/${made}`)}
    />
  )
}
