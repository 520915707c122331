'use client'

import dynamic from 'next/dynamic'
import { useRouter, useSearchParams } from 'next/navigation'
import { useId, useRef, useState } from 'react'
import { isFinished, mayBeRetried } from '@/lib/domain/batches/state.ts'
import type { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'
import { plural } from '@/lib/format/count.ts'
import { Input } from '../../ui/forms/field.tsx'
import { useShortcut } from '../../ui/overlays/use-shortcut.ts'
import { Panel } from '../../ui/panel.tsx'
import type { SignSlot } from '../retry/sign-slot.ts'
import { CauseGroup } from './cause-group.tsx'
import { CopyIds } from './copy-ids.tsx'
import { useStableOrder } from './use-stable-order.ts'

const TokenLookup = dynamic(() => import('./token-lookup.tsx').then((module) => module.TokenLookup), {
  loading: () => null,
})

type Props = { refresh: RefreshDetail; canAct: boolean; sign: SignSlot; onOpenRefresh: (id: string) => void }

/** Failures by cause. The open cause is in the URL, so that a link shows the same. */
export function CauseList({ refresh, ...rest }: Props) {
  const router = useRouter()
  const search = useSearchParams()
  const [tokenId, setTokenId] = useState('')
  const searchId = useId()
  const box = useRef<HTMLInputElement>(null)
  useShortcut('/', (event) => {
    event.preventDefault()
    box.current?.focus()
  })
  const causes = useStableOrder(refresh.causes)
  if (causes.length === 0) return null
  const failed = causes.reduce((sum, { count }) => sum + count, 0)
  const open = search.get('cause')
  const show = (cause: string | null, token: string | null = null) => {
    const next = new URLSearchParams({ ...(cause && { cause }), ...(token && { token }) })
    router.replace(`?${next}`, { scroll: false })
  }
  return (
    <Panel
      title={isFinished(refresh.state) ? 'Why they failed' : 'Failures so far'}
      detail={`${plural(causes.length, 'cause')}, ${plural(failed, 'token')}`}
      actions={
        <>
          <label htmlFor={searchId} className="sr-only">
            Token id among the failures
          </label>
          <Input
            id={searchId}
            ref={box}
            value={tokenId}
            onChange={(event) => setTokenId(event.target.value)}
            placeholder="Token id"
            inputMode="numeric"
            className="w-36 print:hidden"
          />
          <CopyIds refreshId={refresh.id} cause={null} count={failed} />
        </>
      }
      isFlush
    >
      {tokenId.trim() ? (
        <TokenLookup
          refresh={refresh}
          typed={tokenId}
          onShow={(cause, token) => {
            setTokenId('')
            show(cause, token)
          }}
        />
      ) : null}
      <ul>
        {causes.map((cause) => (
          <CauseGroup
            key={cause.key}
            cause={cause}
            refresh={refresh}
            failed={failed}
            isOpen={open === cause.key}
            token={open === cause.key ? search.get('token') : null}
            onToggle={() => show(open === cause.key ? null : cause.key)}
            onToken={(token) => show(cause.key, token)}
            {...rest}
          />
        ))}
      </ul>
      {mayBeRetried(refresh.state) ? null : (
        <p className="border-line border-t px-4 py-2.5 text-faint text-xs">
          You can retry when the refresh has finished.
        </p>
      )}
    </Panel>
  )
}
