'use client'

import { useEffect } from 'react'
import { tabTitle } from './tab-title.ts'

/** Keeps the count in front of the tab's title, whichever page sets one. */
export function useNeedsInTitle(count: number): void {
  useEffect(() => {
    const show = (shown: number) => {
      const title = tabTitle(document.title, shown)
      if (title !== document.title) document.title = title
    }
    show(count)
    // Pages set their titles when they like, and React replaces the element on navigation.
    const observer = new MutationObserver(() => show(count))
    observer.observe(document.head, { childList: true, subtree: true, characterData: true })
    return () => {
      observer.disconnect()
      show(0)
    }
  }, [count])
}
