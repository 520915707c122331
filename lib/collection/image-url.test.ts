import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toImageUrl } from './image-url.ts'

const real = { ipfsGateway: 'https://ipfs.io/ipfs', sandboxOrigin: null }
const demo = { ...real, sandboxOrigin: 'http://127.0.0.1:4010' }

test.each([
  ['https://x.example/1.png', 'https://x.example/1.png'],
  [' https://x.example/1.png ', 'https://x.example/1.png'],
  ['data:image/svg+xml;utf8,<svg/>', 'data:image/svg+xml;utf8,<svg/>'],
  ['ipfs://QmYwAPJzv5/art/1 a.png', 'https://ipfs.io/ipfs/QmYwAPJzv5/art/1%20a.png'],
  ['ipfs://ipfs/QmYwAPJzv5', 'https://ipfs.io/ipfs/QmYwAPJzv5'],
  ['ipfs://QmYw/a%20b/../c', 'https://ipfs.io/ipfs/QmYw/a%20b/c'],
  ['ipfs://@evil.example', null],
  ['https://user:pass@x.example/1.png', null],
  ['http://x.example/1.png', null],
  ['http://127.0.0.1:4010/origin/1.svg', null],
  ['data:text/html,<script>', null],
  ['javascript:alert(1)', null],
  ['blob:https://x.example/1', null],
  ['/relative.png', null],
  ['', null],
  [null, null],
])('default: %s', (raw, expected) => {
  expect(toImageUrl(raw, real)).toBe(expected)
})

test('behavior: plain http only from the sandbox itself', () => {
  expect(toImageUrl('http://127.0.0.1:4010/origin/1.svg', demo)).toBe('http://127.0.0.1:4010/origin/1.svg')
  expect(toImageUrl('http://127.0.0.1:4011/origin/1.svg', demo)).toBeNull()
})

test('behavior: whatever a network says, only three kinds of URL come out', () => {
  const any = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc.string().map((path) => `ipfs://${path}`),
  )
  fc.assert(
    fc.property(any, (raw) => {
      const url = toImageUrl(raw, real)
      expect(url === null || /^(https:|data:image\/)/.test(url)).toBe(true)
      if (raw.startsWith('ipfs:') && url) expect(url).toMatch(/^https:\/\/ipfs\.io\/ipfs\//)
    }),
  )
})
