/** Shared by the rows of refreshes and their headings, so that they align. */
export const rowColumns =
  'grid items-center gap-x-4 gap-y-1.5 px-4 md:grid-cols-[11rem_minmax(0,1.5fr)_minmax(0,1fr)_8rem_6.5rem]'
