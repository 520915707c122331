'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useRef, useState } from 'react'
import { Input } from '../../ui/forms/field.tsx'
import { useShortcut } from '../../ui/overlays/use-shortcut.ts'

type Props = { search: URLSearchParams; onToken: (tokenId: string | null) => void }

/** A token id filters; a refresh number such as R-0142 opens that refresh. */
export function IdSearch({ search, onToken }: Props) {
  const router = useRouter()
  const id = useId()
  const box = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState('')
  useShortcut('/', (event) => {
    event.preventDefault()
    box.current?.focus()
  })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    // Reading an id as people write it takes more code than the field.
    const { findTokenId } = await import('@/lib/domain/assets/id-list/numbers/find-token-id.ts')
    const text = box.current?.value.trim() ?? ''
    const isNumber = /^r-?\d+$/i.test(text) || /^[0-9a-f-]{36}$/i.test(text)
    const tokenId = findTokenId(text)
    setProblem(isNumber || text === '' || tokenId ? '' : 'Enter a token id or a refresh id such as R-0142.')
    if (isNumber) router.push(`/refreshes/${text}`)
    else if (text === '' || tokenId) onToken(tokenId)
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="relative">
      <label htmlFor={id} className="sr-only">
        Token id or refresh id
      </label>
      <Input
        key={search.get('tokenId')}
        id={id}
        ref={box}
        defaultValue={search.get('tokenId') ?? ''}
        placeholder="Token id or refresh id"
        type="search"
        className="w-60!"
        aria-describedby={`${id}-problem`}
      />
      <span id={`${id}-problem`} role="status" className="block text-failed text-xs empty:hidden">
        {problem}
      </span>
    </form>
  )
}
