import { Skeleton } from '../../ui/skeleton.tsx'

type Props = { view: 'grid' | 'table' }

const places = Array.from({ length: 14 }, (_, at) => at)

/** The shape of the page while it loads. */
export function AssetsSkeleton({ view }: Props) {
  if (view === 'grid') {
    return (
      <div
        aria-busy
        role="status"
        aria-label="Loading assets"
        className="grid grid-cols-[repeat(auto-fill,minmax(8.75rem,1fr))] gap-3 max-md:grid-cols-2 max-md:gap-2.5"
      >
        {places.map((place) => (
          <div key={place} className="rounded-lg border border-line bg-surface">
            <Skeleton className="aspect-square w-full rounded-t-[9px] rounded-b-none" />
            <div className="grid gap-2 p-2 py-3">
              <Skeleton className="h-3 w-2/3" />
              <Skeleton className="h-3 w-2/5" />
            </div>
          </div>
        ))}
      </div>
    )
  }
  return (
    <div
      aria-busy
      role="status"
      aria-label="Loading assets"
      className="rounded-lg border border-line bg-surface"
    >
      {places.map((place) => (
        <div key={place} className="flex h-9 items-center gap-4 border-line px-4 not-first:border-t">
          <Skeleton className="size-4" />
          <Skeleton className="size-7" />
          <Skeleton className="h-3 w-40" />
          <Skeleton className="ml-auto h-3 w-24" />
        </div>
      ))}
    </div>
  )
}
