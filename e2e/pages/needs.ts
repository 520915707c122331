import type { Page } from '@playwright/test'

/** What a page says of what needs a person. */
export const needsOf = (page: Page) => ({
  chip: page.getByRole('banner').getByRole('link', { name: /waiting|need/ }),
  strip: page.getByRole('region', { name: /^(Needs you|Waiting for others)$/ }),
})
