import { GeistMono } from 'geist/font/mono'
import { GeistSans } from 'geist/font/sans'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { Providers } from '@/components/providers.tsx'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Refresh Desk', template: '%s · Refresh Desk' },
  description: 'Keeps the metadata of your collections on Immutable fresh.',
  referrer: 'no-referrer',
  robots: { index: false },
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

/** The theme comes from a cookie, so that the first paint is right without a script. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get('theme')?.value
  const chosen = theme === 'light' || theme === 'dark' ? { 'data-theme': theme } : {}
  return (
    <html lang="en" {...chosen} className={`${GeistSans.variable} ${GeistMono.variable}`}>
      <body className="font-sans antialiased">
        <Providers>{children}</Providers>
      </body>
    </html>
  )
}
