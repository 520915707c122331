'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { Kbd } from '../../ui/text/kbd.tsx'
import type { Browse } from './use-browse.ts'

type Props = { browse: Browse; nextCursor: string | null; isWaiting: boolean; hasShortcuts: boolean }

export function Pager({ browse, nextCursor, isWaiting, hasShortcuts }: Props) {
  const { page } = browse.state
  return (
    <nav
      aria-label="Pages"
      className="flex print:hidden flex-wrap items-center gap-4 py-2.5 text-faint text-xs"
    >
      {hasShortcuts ? (
        <p className="flex flex-wrap gap-x-3 gap-y-1 pointer-coarse:hidden max-md:hidden">
          <span>
            <Kbd>x</Kbd> select
          </span>
          <span>
            <Kbd>Shift</Kbd> click a range
          </span>
          <span>
            <Kbd>a</Kbd> this page
          </span>
          <span>
            <Kbd>Esc</Kbd> clear
          </span>
          <span>
            <Kbd>?</Kbd> all keys
          </span>
        </p>
      ) : null}
      <p className="ml-auto tabular-nums">Page {page}</p>
      <div className="flex gap-2 max-md:w-full max-md:*:flex-1">
        <Button disabled={page === 1 || isWaiting} onClick={() => browse.goPrevious()}>
          <ChevronLeft aria-hidden />
          Previous
        </Button>
        <Button
          disabled={nextCursor === null || isWaiting}
          onClick={() => nextCursor && browse.goNext(nextCursor)}
        >
          Next
          <ChevronRight aria-hidden />
        </Button>
      </div>
    </nav>
  )
}
