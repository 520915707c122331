'use client'

import { Moon, Sun } from 'lucide-react'
import { Button } from '../ui/button.tsx'

const YEAR_SECONDS = 31_536_000

/** Switches away from the theme shown now, which follows the system until one is chosen. */
function toggle() {
  const root = document.documentElement
  const isDark = root.dataset.theme
    ? root.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches
  const next = isDark ? 'light' : 'dark'
  root.dataset.theme = next
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox; this is no secret.
  document.cookie = `theme=${next}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
}

export function ThemeToggle() {
  return (
    <Button variant="quiet" isIcon aria-label="Switch between light and dark" onClick={toggle}>
      <Moon
        aria-hidden
        className="[[data-theme=dark]_&]:hidden dark:[:root:not([data-theme=light])_&]:hidden"
      />
      <Sun
        aria-hidden
        className="hidden [[data-theme=dark]_&]:block dark:[:root:not([data-theme=light])_&]:block"
      />
    </Button>
  )
}
