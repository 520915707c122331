export const LONGEST_TOKEN_DAYS = 365
