import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localPath } from './local-path.ts'

test('default: a page of the desk stays as it is', () => {
  expect(localPath('/refreshes/R-0142?cause=a#b')).toBe('/refreshes/R-0142?cause=a#b')
})

test('error: what leads elsewhere, or nowhere, leads home', () => {
  const elsewhere = [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
    undefined,
  ]
  for (const next of [...elsewhere, ['/a'], '/a\n/b', '/.//evil.example', '/api/session'])
    expect(localPath(next)).toBe('/')
})

test('behavior: nothing ever leaves the desk', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(new URL(localPath(`/${text}`), 'http://desk.invalid').host).toBe('desk.invalid')
    }),
  )
})
