'use client'
import { useQuery } from '@tanstack/react-query'
import type { AccountKind } from '@/lib/wallet/account-kind.ts'
import type { Wallet } from '@/lib/wallet/use-wallet.ts'

/** Asks the wallet whether its account is a contract; `unknown` until it answers. */
export function useAccountKind(wallet: Wallet): AccountKind {
  const { data } = useQuery({
    queryKey: ['wallet', 'account-kind', wallet.address, wallet.chainId],
    queryFn: () => wallet.accountKind(),
    enabled: wallet.address !== null,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  return data ?? 'unknown'
}
