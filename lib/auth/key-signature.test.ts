import fc from 'fast-check'
import { type Hex, parseSignature, serializeCompactSignature, signatureToCompactSignature } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { expect, test } from 'vitest'
import { recoverKey, toKeySignature } from './key-signature.ts'

const account = privateKeyToAccount(generatePrivateKey())
const message = '1764500000'

const forms: [name: string, write: (signature: Hex) => string][] = [
  ['as MetaMask gives it', (signature) => signature],
  ['without 0x', (signature) => signature.slice(2)],
  ['in upper case', (signature) => signature.toUpperCase()],
  [
    'with a recovery byte of 00 or 01',
    (signature) => `${signature.slice(0, -2)}0${recoveryOf(signature) - 27}`,
  ],
  ['compact', toCompact],
  ['compact without 0x', (signature) => toCompact(signature).slice(2)],
]
const recoveryOf = (signature: Hex) => Number.parseInt(signature.slice(-2), 16)

function toCompact(signature: Hex): Hex {
  return serializeCompactSignature(signatureToCompactSignature(parseSignature(signature)))
}

test.each(forms)('default: a signature %s is the same signature', async (_name, write) => {
  // Both recovery bytes have to come up.
  for (let nth = 0; nth < 8; nth++) {
    const text = `${message}${nth}`
    const signature = await account.signMessage({ message: text })
    const read = toKeySignature(write(signature))
    expect(read).toBe(signature)
    expect(await recoverKey(text, read as Hex)).toBe(account.address.toLowerCase())
  }
})

test('behavior: what was expanded is left as it is, and no digits make it throw', async () => {
  const digits = fc
    .uint8Array({ minLength: 60, maxLength: 70 })
    .map((bytes) => `0x${Buffer.from(bytes).toString('hex')}`)
  await fc.assert(
    fc.asyncProperty(digits, async (text) => {
      const read = toKeySignature(text)
      if (read === null) return
      expect(toKeySignature(read)).toBe(read)
      expect(await recoverKey(message, read)).not.toBe(account.address.toLowerCase())
    }),
  )
})

test.each([
  '',
  '0x',
  'nonsense',
  '0'.repeat(128),
  'f'.repeat(128),
  `0x${'ab'.repeat(96)}`,
  `0x${'ab'.repeat(64)}1f`,
  `0x${'ab'.repeat(63)}`,
])('error: %s is no signature of a plain key', (text) => {
  expect(toKeySignature(text)).toBeNull()
})
