/** What happened on the desk, whichever refresh it happened to. */
export const activityKey = ['activity'] as const
