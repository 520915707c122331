import type { ReactNode } from 'react'
import { Notifier } from '@/components/notifications/notifier.tsx'
import { NeedsChip } from '@/components/refresh/needs/needs-chip.tsx'
import { RunningPill } from '@/components/refresh/page/running-pill.tsx'
import { SearchButton } from '@/components/search/search-button.tsx'
import { BottomBar } from '@/components/shell/bottom-bar.tsx'
import { NetworkChip } from '@/components/shell/network-chip.tsx'
import { ShortcutHelp } from '@/components/shell/shortcut-help.tsx'
import { TopBar } from '@/components/shell/top-bar.tsx'
import { AccountBanner } from '@/components/wallet/menu/account-banner.tsx'
import { MemberMenu } from '@/components/wallet/menu/member-menu.tsx'
import { MemberShortcuts } from '@/components/wallet/menu/member-shortcuts.tsx'
import { SessionGuard } from '@/components/wallet/menu/session-guard.tsx'
import { networks, session } from '../prefetch/desk.ts'
import { pageSession } from '../prefetch/page-context.ts'
import { Prefetched } from '../prefetch/prefetched.tsx'
import { currentRefreshes } from '../prefetch/refreshes.ts'

/** Every page behind the sign-in. The API checks the session again on each request. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  await pageSession()
  return (
    <Prefetched queries={[session(), currentRefreshes(), networks()]}>
      <SessionGuard />
      <MemberShortcuts />
      <TopBar
        search={<SearchButton />}
        needs={<NeedsChip />}
        running={<RunningPill />}
        network={<NetworkChip />}
        member={<MemberMenu />}
      />
      <AccountBanner />
      {children}
      <BottomBar />
      <ShortcutHelp />
      <Notifier />
    </Prefetched>
  )
}
