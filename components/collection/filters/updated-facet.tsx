'use client'

import dynamic from 'next/dynamic'
import { LateFacet } from './late-facet.tsx'
import type { UpdatedDaysProps } from './updated-days.tsx'

const UpdatedDays = dynamic(() => import('./updated-days.tsx').then((module) => module.UpdatedDays), {
  loading: () => null,
})

export function UpdatedFacet(props: UpdatedDaysProps) {
  return (
    <LateFacet title="Updated" isUsed={props.after !== null || props.before !== null}>
      <UpdatedDays {...props} />
    </LateFacet>
  )
}
