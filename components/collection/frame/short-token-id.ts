/** Shortens long ids in the middle. */
export const shortTokenId = (id: string): string =>
  id.length > 12 ? `${id.slice(0, 5)}…${id.slice(-4)}` : id
