import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toImageUrl } from './image-url.ts'

const real = {
  ipfsGateway: 'https://ipfs.io/ipfs',
  arweaveGateway: 'https://arweave.net',
  sandboxOrigin: null,
}
const arId = 'bNbA3TEQVL60xlgCcqdz4ZPHFZ711cZ3hmkpGttDt_U'
const v0 = 'QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG'
const v1 = 'bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi'
const demo = { ...real, sandboxOrigin: 'http://127.0.0.1:4010' }

test.each([
  ['https://x.example/1.png', 'https://x.example/1.png'],
  [' https://x.example/1.png ', 'https://x.example/1.png'],
  ['data:image/svg+xml;utf8,<svg/>', 'data:image/svg+xml;utf8,<svg/>'],
  [
    'data:image/svg+xml;utf8,<svg\nwidth="1"><rect fill="#f00"/><rect fill="url(#a)"/></svg>',
    'data:image/svg+xml;utf8,<svg%0Awidth="1"><rect fill="%23f00"/><rect fill="url(%23a)"/></svg>',
  ],
  ['data:image/svg+xml,%3Csvg fill=%22%23f00%22/%3E', 'data:image/svg+xml,%3Csvg fill=%22%23f00%22/%3E'],
  ['data:image/png;base64,iVBORw0K\nGgo=', 'data:image/png;base64,iVBORw0KGgo='],
  [`ar://${arId}`, `https://arweave.net/${arId}`],
  [`ar://${arId}/art/1 a.png`, `https://arweave.net/${arId}/art/1%20a.png`],
  ['ar://../evil', null],
  [v0, `https://ipfs.io/ipfs/${v0}`],
  [`${v0}/1.png`, `https://ipfs.io/ipfs/${v0}/1.png`],
  [v1, `https://ipfs.io/ipfs/${v1}`],
  ['bargain', null],
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
    fc.string().map((path) => `ar://${arId}/${path}`),
  )
  fc.assert(
    fc.property(any, (raw) => {
      const url = toImageUrl(raw, real)
      expect(url === null || /^(https:|data:image\/)/.test(url)).toBe(true)
      if (raw.startsWith('ar:') && url) expect(url).toMatch(/^https:\/\/arweave\.net\//)
      if (raw.startsWith('ipfs:') && url) expect(url).toMatch(/^https:\/\/ipfs\.io\/ipfs\//)
    }),
  )
})
