import { expect, test } from 'vitest'
import { followPages, type PageLimits } from './follow-pages.ts'
import type { Page } from './page.ts'

type Shown = { items: string[]; next: string | null; isCutOff?: boolean }
type Limits = Partial<PageLimits<string>>

/** Everything that is handed on of a list, and how it ended. */
async function walk(list: (cursor: string) => Shown, limits: Limits = {}) {
  const seen: string[] = []
  let reads = 0
  let end: string | null = null
  const read = async (cursor = 'start'): Promise<Page<string>> => {
    reads += 1
    const { items, next, isCutOff = false } = list(cursor)
    return { items, nextCursor: next, unreadable: 0, isCutOff }
  }
  for await (const page of followPages(read, { keyOf: (item) => item, ...limits })) {
    seen.push(...page.items)
    end = page.end
  }
  return { seen, reads, end }
}

test('default: a list is read to its end, each item once', async () => {
  const pages: Record<string, Shown> = {
    start: { items: ['1', '2', '1'], next: 'b' },
    b: { items: ['2', '3'], next: null },
  }
  expect(await walk((cursor) => pages[cursor] as Shown)).toEqual({
    seen: ['1', '2', '3'],
    reads: 2,
    end: 'complete',
  })
})

test('behavior: a cursor that was seen before ends the reading as incomplete', async () => {
  const circle = (cursor: string) => ({ items: [cursor], next: cursor === 'a' ? 'b' : 'a' })
  expect(await walk(circle)).toEqual({ seen: ['start', 'a', 'b'], reads: 3, end: 'cut_off' })
})

test('behavior: a list whose cursors are always new ends when it shows nothing new, or more than there can be', async () => {
  const endless = (items: (at: number) => string[]) => (cursor: string) => {
    const at = Number(cursor === 'start' ? 0 : cursor)
    return { items: items(at), next: String(at + 1) }
  }
  expect(await walk(endless(() => ['1', '2']))).toMatchObject({ seen: ['1', '2'], reads: 6, end: 'cut_off' })
  const more = endless((at) => [`${at}a`, `${at}b`])
  expect(await walk(more, { maxItems: 5 })).toEqual({
    seen: ['0a', '0b', '1a', '1b', '2a'],
    reads: 3,
    end: 'cut_off',
  })
  expect(await walk(more, { maxPages: 2 })).toMatchObject({ reads: 2, end: 'cut_off' })
  expect(
    await walk(
      endless(() => ['?']),
      { keyOf: () => null },
    ),
  ).toMatchObject({ reads: 5, end: 'cut_off' })
})

test('behavior: as many as there can be, on the last page of all, are a complete list', async () => {
  const list = () => ({ items: ['1', '2'], next: null })
  expect(await walk(list, { maxItems: 2, maxPages: 1 })).toMatchObject({ seen: ['1', '2'], end: 'complete' })
  expect(await walk(() => ({ items: ['1'], next: null, isCutOff: true }))).toMatchObject({ end: 'cut_off' })
})
