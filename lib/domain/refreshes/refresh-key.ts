const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const NUMBER = /^(?:R-)?0*([1-9]\d{0,8})$/i

/** How a refresh is named in addresses: by id, or by number with or without its R. */
export function parseRefreshKey(text: string): { id: string } | { number: number } | null {
  if (UUID.test(text)) return { id: text }
  const digits = NUMBER.exec(text)?.[1]
  return digits === undefined ? null : { number: Number(digits) }
}

/** The short id to talk about a refresh: R-0142. */
export const refreshName = (number: number): string => `R-${String(number).padStart(4, '0')}`
