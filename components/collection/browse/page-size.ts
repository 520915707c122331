/** Divisible by 2, 3, 4, 5 and 6, so that the last row of cards is full. */
export const PAGE_SIZE = 60
