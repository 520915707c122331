export const assetStatuses = ['imx', 'eth', 'preparing_withdrawal', 'withdrawable', 'burned'] as const

/** What the desk itself knows of a token: its last refresh here failed, there was none, or it is older than 7 days. */
export const refreshFilters = ['failed', 'never', 'old'] as const
