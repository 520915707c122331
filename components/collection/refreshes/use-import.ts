'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CollectionKey } from '../../../lib/api/collections.ts'
import { importQuery, startImportMutation } from '../../../lib/api/imports.ts'
import { useSession } from '../../../lib/api/use-session.ts'
import { needsSignature } from '../../../lib/core/needs-signature.ts'
import { hasRole } from '../../../lib/domain/team/model.ts'

/** The import of refreshes made elsewhere: its progress, and how to start it. */
export function useImport(collectionKey: CollectionKey) {
  const { member } = useSession()
  const { data: state } = useQuery(importQuery(collectionKey))
  const [isDismissed, setIsDismissed] = useState(false)
  const { mutate, error, isPending } = useMutation(startImportMutation(collectionKey))
  const isUnsigned = needsSignature(error)
  return {
    state,
    canStart: hasRole(member.role, 'operator'),
    isBusy: isPending || state?.state === 'running',
    start: () => {
      setIsDismissed(false)
      mutate()
    },
    needsSignature: isUnsigned && !isDismissed && state?.state !== 'running',
    dismiss: () => setIsDismissed(true),
    error: isUnsigned ? null : error,
  }
}

export type Import = ReturnType<typeof useImport>
