import { House, LayoutGrid, RefreshCw, Settings, Users } from 'lucide-react'

/** The entries of the main navigation. */
export const places = [
  { href: '/', label: 'Home', icon: House },
  { href: '/collections', label: 'Collections', icon: LayoutGrid },
  { href: '/refreshes', label: 'Refreshes', icon: RefreshCw },
  { href: '/team', label: 'Team', icon: Users },
  { href: '/settings', label: 'Settings', icon: Settings },
] as const

/** Pages of one collection, whose address starts with its network. */
const ofCollection = /^\/[^/]+\/0x/i

export function isHere(pathname: string, href: string): boolean {
  if (href === '/') return pathname === '/'
  if (href === '/collections' && ofCollection.test(pathname)) return true
  return pathname === href || pathname.startsWith(`${href}/`)
}
