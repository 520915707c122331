export type SearchParams = Record<string, string | string[] | undefined>

/** The query of a page's address, as its components in the browser see it. */
export const toSearch = (params: SearchParams): URLSearchParams =>
  new URLSearchParams(
    Object.entries(params).flatMap(([name, value = []]) => [value].flat().map((one) => [name, one])),
  )
