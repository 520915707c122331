import { existsSync, globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const documents = [
  ...globSync('docs/decisions/*.md'),
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'bench/README.md',
].filter((path) => existsSync(path))
const roots = /^(app|components|lib|prisma|sandbox|e2e|bench|public|scripts|docs|\.ci)\//

/** Paths in backquotes, without what marks them as a pattern or an example. */
function namedPaths(text: string): string[] {
  const quoted = [...text.matchAll(/`([^`\s]+)`/g)].map((match) => match[1] ?? '')
  const linked = [...text.matchAll(/\]\((?!https?:|#)([^)\s#]+)/g)].map((match) => match[1] ?? '')
  const paths = quoted.filter((path) => roots.test(path) && !/[*<>{}…|]|\.\.\./.test(path))
  return [...paths.map((path) => path.replace(/[:#].*$/, '')), ...linked]
}

test.each(documents)('behavior: every path that %s names exists', (document) => {
  const folder = document.includes('/') ? `${document.slice(0, document.lastIndexOf('/'))}/` : ''
  const missing = namedPaths(readFileSync(document, 'utf8')).filter(
    (path) => !existsSync(path) && !existsSync(folder + path),
  )
  expect(missing).toEqual([])
})
