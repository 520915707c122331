'use client'

import { ChevronDown, Copy } from 'lucide-react'
import dynamic from 'next/dynamic'
import { Button } from '../../ui/button.tsx'
import { useOnFirstUse } from '../../ui/overlays/use-on-first-use.ts'

const load = () => import('./copy-ids-menu.tsx').then((module) => module.CopyIdsMenu)
const CopyIdsMenu = dynamic(load)

type Props = {
  refreshId: string
  /** Null for all causes together. */
  cause: string | null
  count: number
}

/** Copies the ids of tokens that failed, in the form that is chosen from its menu. */
export function CopyIds({ count, ...which }: Props) {
  const { isWanted, open, near } = useOnFirstUse(load)
  const trigger = (
    <Button
      aria-haspopup="menu"
      aria-label={which.cause === null ? 'Copy ids of all failed tokens' : `Copy ids of these ${count}`}
      {...near}
      onClick={open}
      className="justify-self-start print:hidden"
    >
      <Copy aria-hidden /> Copy ids <ChevronDown aria-hidden />
    </Button>
  )
  return isWanted ? <CopyIdsMenu trigger={trigger} {...which} /> : trigger
}
