export const refreshesKey = ['refreshes'] as const
/** Single refreshes with everything their page shows, by the id or number in its address. */
export const detailsKey = [...refreshesKey, 'detail'] as const
/** Pages of the history, by their filters. */
export const listsKey = [...refreshesKey, 'list'] as const
/** The newest refreshes and all that are not finished. */
export const currentKey = [...refreshesKey, 'current'] as const
