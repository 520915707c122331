import type { Metadata } from 'next'
import { NotificationsSection } from '@/components/notifications/notifications-section.tsx'
import { AboutSection } from '@/components/settings/about-section.tsx'
import { AccessTokensSection } from '@/components/settings/access-tokens-section.tsx'
import { NetworksSection } from '@/components/settings/networks-section.tsx'
import { ProfileSection } from '@/components/settings/profile-section.tsx'
import { SessionsSection } from '@/components/settings/sessions-section.tsx'
import { SignaturesSection } from '@/components/settings/signatures-section.tsx'
import { Page } from '@/components/ui/page.tsx'
import { accessTokens, signatures } from '../../prefetch/desk.ts'
import { Prefetched } from '../../prefetch/prefetched.tsx'

export const metadata: Metadata = { title: 'Settings' }

export default function SettingsPage() {
  return (
    <Page title="Settings">
      <div className="space-y-6">
        <ProfileSection />
        <NotificationsSection />
        <NetworksSection />
        <Prefetched queries={[signatures(), accessTokens()]}>
          <SignaturesSection />
          <AccessTokensSection />
        </Prefetched>
        <SessionsSection />
        <AboutSection />
      </div>
    </Page>
  )
}
