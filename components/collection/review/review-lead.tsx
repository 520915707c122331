import { useStartObstacle } from '../../../lib/api/networks/use-start-obstacle.ts'
import type { CollectionDetail } from '../../../lib/domain/collections/collection-card-schema.ts'
import { startText } from '../../shell/start-text.ts'

type Props = { collection: CollectionDetail; networkName: string }

/** What is refreshed, and when it starts if that is not now. */
export function ReviewLead({ collection, networkName }: Props) {
  const obstacle = useStartObstacle([collection.network])
  return (
    <>
      {collection.name} on {networkName}
      {obstacle && obstacle !== 'closed' ? (
        <>
          {' '}
          · starts <b className="font-semibold text-text">{startText(networkName, obstacle)}</b>
        </>
      ) : null}
    </>
  )
}
