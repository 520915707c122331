import { badRequest } from './api-error.ts'

const DEFAULT_PAGE = 100
const MAX_PAGE = 200

/** The query of a request; the SDK sends empty strings for what it was not given, so empty is absent. */
export class Params {
  readonly #search: URLSearchParams

  constructor(url: string) {
    this.#search = new URL(url).searchParams
  }

  text(name: string): string | undefined {
    return this.#search.get(name) || undefined
  }

  list(name: string): string[] | undefined {
    return this.text(name)
      ?.split(',')
      .map((item) => item.trim().toLowerCase())
      .filter(Boolean)
  }

  oneOf<Value extends string>(name: string, values: readonly Value[]): Value | undefined {
    const text = this.text(name)
    if (text === undefined) return undefined
    const value = values.find((one) => one === text.toLowerCase())
    if (!value) throw badRequest(`${name} must be one of ${values.join(', ')}`)
    return value
  }

  bool(name: string): boolean | undefined {
    const text = this.oneOf(name, ['true', 'false'])
    return text === undefined ? undefined : text === 'true'
  }

  time(name: string): number | undefined {
    const text = this.text(name)
    if (text === undefined) return undefined
    const ms = Date.parse(text)
    if (Number.isNaN(ms)) throw badRequest(`${name} must be an ISO 8601 time`)
    return ms
  }

  pageSize(): number {
    const text = this.text('page_size')
    if (text === undefined) return DEFAULT_PAGE
    const size = Number(text)
    if (!Number.isInteger(size) || size < 1 || size > MAX_PAGE)
      throw badRequest(`page_size must be from 1 to ${MAX_PAGE}`)
    return size
  }

  /** `metadata`: JSON of lists, once more encoded by clients that follow the documentation to the letter. */
  traits(): Record<string, string[]> | undefined {
    const text = this.text('metadata')
    if (text === undefined) return undefined
    try {
      const value = JSON.parse(/^%7b/i.test(text) ? decodeURIComponent(text) : text)
      const entries = Object.entries(value).map(([key, wanted]) => {
        if (!Array.isArray(wanted)) throw new Error('not a list')
        return [key, wanted.map(String)] as const
      })
      return Object.fromEntries(entries)
    } catch {
      throw badRequest('metadata must be a JSON object of lists')
    }
  }
}
