'use client'

import { type ReactNode, useState } from 'react'
import { Facet } from './facet.tsx'

type Props = { title: string; isUsed: boolean; children: ReactNode }

/** A group whose content is drawn, and so its code loaded, once it is opened or filters. */
export function LateFacet({ title, isUsed, children }: Props) {
  const [hasOpened, setHasOpened] = useState(false)
  return (
    <Facet title={title} isOpen={isUsed} onOpen={() => setHasOpened(true)}>
      {isUsed || hasOpened ? children : null}
    </Facet>
  )
}
