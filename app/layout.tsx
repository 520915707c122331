import { GeistMono } from 'geist/font/mono'
import { GeistSans } from 'geist/font/sans'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { Providers } from '@/components/providers.tsx'
import { pageZone } from './prefetch/page-zone.ts'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Refresh Desk', template: '%s · Refresh Desk' },
  description: 'Keeps the metadata of your collections on Immutable fresh.',
  referrer: 'no-referrer',
  robots: { index: false },
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

/** Theme and time zone come from cookies, so that the first paint is right without a script. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const known = await cookies()
  const theme = known.get('theme')?.value
  const zone = await pageZone()
  const chosen = theme === 'light' || theme === 'dark' ? { 'data-theme': theme } : {}
  return (
    <html lang="en" {...chosen} className={`${GeistSans.variable} ${GeistMono.variable}`}>
      <body className="font-sans antialiased">
        <Providers clock={{ now: Date.now(), zone }}>{children}</Providers>
      </body>
    </html>
  )
}
