import { House, RefreshCw, Settings, Users } from 'lucide-react'

/** The entries of the main navigation. */
export const places = [
  { href: '/', label: 'Home', icon: House },
  { href: '/refreshes', label: 'Refreshes', icon: RefreshCw },
  { href: '/team', label: 'Team', icon: Users },
  { href: '/settings', label: 'Settings', icon: Settings },
] as const

export const isHere = (pathname: string, href: string): boolean =>
  href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`)
