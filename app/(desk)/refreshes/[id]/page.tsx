import type { Metadata } from 'next'
import { isAppError } from '@/lib/core/app-error.ts'
import { refreshTabTitle } from '@/lib/domain/refreshes/refresh-title.ts'
import { Prefetched } from '../../../prefetch/prefetched.tsx'
import { readRefresh, refresh } from '../../../prefetch/refreshes.ts'
import { RefreshView } from './refresh-view.tsx'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  try {
    return { title: refreshTabTitle(await readRefresh((await params).id)) }
  } catch (error) {
    if (isAppError(error)) return { title: 'Refresh' }
    throw error
  }
}

export default async function RefreshRoute({ params }: Props) {
  const { id } = await params
  return (
    <Prefetched queries={[refresh(id)]}>
      <RefreshView id={id} />
    </Prefetched>
  )
}
