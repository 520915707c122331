import { DetailsTab } from '@/components/collection/details/details-tab.tsx'
import { readCollectionKey } from '../../read-params.ts'

type Props = { params: Promise<{ network: string; address: string }> }

export default async function DetailsPage({ params }: Props) {
  return <DetailsTab collectionKey={readCollectionKey(await params)} />
}
