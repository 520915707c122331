export const collectionsKey = ['collections'] as const
/** Cards of collections, by their filters; each tells what its latest refresh came to. */
export const collectionListsKey = [...collectionsKey, 'list'] as const
