'use client'

import dynamic from 'next/dynamic'
import { LateFacet } from './late-facet.tsx'
import type { OwnerFormProps } from './owner-form.tsx'

const OwnerForm = dynamic(() => import('./owner-form.tsx').then((module) => module.OwnerForm), {
  loading: () => null,
})

export function OwnerFacet(props: OwnerFormProps) {
  return (
    <LateFacet title="Owner" isUsed={props.owner !== null}>
      <OwnerForm {...props} />
    </LateFacet>
  )
}
