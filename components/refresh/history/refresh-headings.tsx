import { rowColumns } from './row-columns.ts'

/** What the columns of a list of refreshes are; each row tells it in words, so it is for the eye alone. */
export function RefreshHeadings({ hasBoxes }: { hasBoxes: boolean }) {
  return (
    <div
      aria-hidden
      className={`py-2 text-muted text-xs max-md:hidden ${rowColumns} ${hasBoxes ? 'ml-10' : ''}`}
    >
      <span>State</span>
      <span>Refresh</span>
      <span>Tokens</span>
      <span>By</span>
      <span className="text-right">Started</span>
    </div>
  )
}
