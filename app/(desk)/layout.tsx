import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { NeedsChip } from '@/components/refresh/history/needs-chip.tsx'
import { RunningPill } from '@/components/refresh/page/running-pill.tsx'
import { SearchButton } from '@/components/search/search-button.tsx'
import { BottomBar } from '@/components/shell/bottom-bar.tsx'
import { ShortcutHelp } from '@/components/shell/shortcut-help.tsx'
import { TopBar } from '@/components/shell/top-bar.tsx'
import { AccountBanner } from '@/components/wallet/menu/account-banner.tsx'
import { MemberMenu } from '@/components/wallet/menu/member-menu.tsx'
import { MemberShortcuts } from '@/components/wallet/menu/member-shortcuts.tsx'
import { SessionGuard } from '@/components/wallet/menu/session-guard.tsx'
import { sessionQuery } from '@/lib/api/session.ts'
import { findPageSession } from '@/lib/auth/page-session.ts'
import { localPath } from '@/lib/domain/team/local-path.ts'
import { describeSession } from '@/lib/services/team/describe-session.ts'

/** Every page behind the sign-in. The API checks the session again on each request. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const session = await findPageSession()
  if (!session) redirect(`/sign-in?next=${encodeURIComponent(localPath((await headers()).get('x-path')))}`)
  const client = new QueryClient()
  client.setQueryData(sessionQuery().queryKey, await describeSession(session))
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <SessionGuard />
      <MemberShortcuts />
      <TopBar
        search={<SearchButton />}
        needs={<NeedsChip />}
        running={<RunningPill />}
        member={<MemberMenu />}
      />
      <AccountBanner />
      {children}
      <BottomBar />
      <ShortcutHelp />
    </HydrationBoundary>
  )
}
