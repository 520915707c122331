import { visit } from 'jsonc-parser'
import type { Finding } from '../finding-schema.ts'
import { pathText } from '../path-text.ts'

const MOST = 20

/** Keys that stand twice in one object, of which readers keep only one: which one is up to the reader. */
export function findDuplicates(text: string): Finding[] {
  const open: Set<string>[] = []
  const found: Finding[] = []
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty: (name, _offset, _length, line, column, pathOf) => {
      const names = open.at(-1)
      if (names?.has(name) && found.length < MOST)
        found.push({
          kind: 'duplicate_key',
          key: pathText([...pathOf(), name]),
          line: line + 1,
          column: column + 1,
        })
      names?.add(name)
    },
  })
  return found
}
