'use client'

import { Search } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Kbd } from '../ui/text/kbd.tsx'
import { useTypeAhead } from './use-type-ahead.ts'

const SearchDialog = dynamic(() => import('./search-dialog.tsx').then((module) => module.SearchDialog), {
  ssr: false,
})

/** Opens the search, as Ctrl+K does; the dialog is loaded on first use. */
export function SearchButton() {
  const [isOpen, setOpen] = useState(false)
  const ahead = useTypeAhead(isOpen)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <Button
        onClick={() => setOpen(true)}
        aria-haspopup="dialog"
        className="max-xl:aspect-square max-xl:px-0 xl:w-88 xl:min-w-0 xl:justify-start xl:text-faint"
      >
        <Search aria-hidden />
        <span className="truncate max-xl:sr-only">Find a collection, token or refresh</span>
        <span aria-hidden className="ml-auto flex gap-1 max-xl:hidden">
          <Kbd>Ctrl</Kbd>
          <Kbd>K</Kbd>
        </span>
      </Button>
      {isOpen ? <SearchDialog takeTyped={ahead.take} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
