import { existsSync } from 'node:fs'

/** Debian's Chromium where there is one, Playwright's own otherwise. */
export function chromiumOptions() {
  const executablePath = existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined
  return { ...(executablePath && { executablePath }), args: ['--no-sandbox', '--disable-gpu'] }
}
