const english = new Intl.NumberFormat('en')

const short = new Intl.NumberFormat('en', { notation: 'compact' })

export const formatCount = (count: number): string => english.format(count)

/** `1 token`, `2,000 tokens`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`
}

/** `0 of 1 token`, `47 of 60 tokens`: the noun goes by the whole. */
export const partOf = (part: number, whole: number, one: string, many?: string): string =>
  `${formatCount(part)} of ${plural(whole, one, many)}`

/** Rounded down, so that 100 % means all of them. */
export const percent = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.floor((part / whole) * 100)

/** `97.6%`: rounded down to a tenth, so that 100% means all of them; what is less than a tenth is not called none. */
export function formatShare(part: number, whole: number): string {
  const tenths = whole === 0 ? 0 : Math.floor((part / whole) * 1_000)
  return part > 0 && tenths === 0 ? 'under 0.1%' : `${tenths / 10}%`
}

/** `7.5` or `150`: a speed, as exact as anybody needs. */
export const formatRate = (perSecond: number): string =>
  perSecond >= 10 ? formatCount(Math.round(perSecond)) : perSecond.toFixed(1)

/** `18k`, `1.5m`: where there is no room for all digits. */
export const formatShort = (count: number): string => short.format(count).toLowerCase()
