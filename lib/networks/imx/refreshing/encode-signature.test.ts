import fc from 'fast-check'
import { type Hex, recoverMessageAddress } from 'viem'
import { expect, test } from 'vitest'
import { encodeSignature } from './encode-signature.ts'

const published =
  '0x31043c2584b8f20d67c4d895f8e385e0d5c0ecb8bfb34e76874da4c27660c13d0cdbdf4bb9fe6473614d400e90a846ee25271f5a102a5c3162e3f84321a2113a00'

test('default: the published vector', async () => {
  const encoded = encodeSignature(`${published.slice(0, -2)}1b` as Hex)
  expect(encoded).toBe(published)
  expect(await recoverMessageAddress({ message: '1609462141000', signature: encoded })).toBe(
    '0x95cf5C1b78eD03db3a1d69e722f2E2FA40CDf584',
  )
})

test('behavior: encoding twice changes nothing, and only the recovery byte ever changes', () => {
  const body = fc
    .uint8Array({ minLength: 64, maxLength: 64 })
    .map((bytes) => Buffer.from(bytes).toString('hex'))
  fc.assert(
    fc.property(body, fc.constantFrom('00', '01', '1b', '1c'), (rs, v) => {
      const encoded = encodeSignature(`0x${rs}${v}`)
      expect(encoded).toBe(`0x${rs}${v === '1b' || v === '00' ? '00' : '01'}`)
      expect(encodeSignature(encoded)).toBe(encoded)
    }),
  )
})

test.each(['0x', `0x${'0'.repeat(128)}`, `0x${'0'.repeat(128)}02`, `0x${'g'.repeat(130)}`])(
  'error: %s is no signature',
  (text) => {
    expect(() => encodeSignature(text as Hex)).toThrow(TypeError)
  },
)
