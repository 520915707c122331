export const DEMO_WALLET_ID = 'demo'
