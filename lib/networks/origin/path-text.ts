/** `attributes[1].value`, cut to a length that a page can show. */
export const pathText = (path: readonly (string | number)[]): string =>
  path
    .map((part, at) => (typeof part === 'number' ? `[${part}]` : at === 0 ? part : `.${part}`))
    .join('')
    .slice(0, 120)
    .toWellFormed()
