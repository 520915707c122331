'use client'

import { ChevronDown, Copy } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'

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
  const [isWanted, setWanted] = useState(false)
  const trigger = (
    <Button
      aria-haspopup="menu"
      aria-label={which.cause === null ? 'Copy ids of all failed tokens' : `Copy ids of these ${count}`}
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => void load().then(() => setWanted(true))}
      className="justify-self-start print:hidden"
    >
      <Copy aria-hidden /> Copy ids <ChevronDown aria-hidden />
    </Button>
  )
  return isWanted ? <CopyIdsMenu trigger={trigger} {...which} /> : trigger
}
