import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Note } from '../domain/refreshes/submission-schema.ts'
import { DisplayName } from '../domain/team/model-schema.ts'
import { visibleName } from './visible-name.ts'

test.each([
  ['Kestrel Relics', 'Kestrel Relics'],
  ['  Two\n\tlines ', 'Two lines'],
  ['A\u202eB', 'AB'],
  ['👩‍🚀 crew', '👩‍🚀 crew'],
  ['   ', null],
  ['\u200b\u2800\u3164', null],
  ['', null],
  [null, null],
])('default: %j is shown as %j', (given, shown) => {
  expect(visibleName(given)).toBe(shown)
})

test('behavior: a name of 5,000 letters ends after 200, and never within a character', () => {
  expect(visibleName('x'.repeat(5_000))).toBe(`${'x'.repeat(200)}…`)
  expect(visibleName(`${'x'.repeat(199)}😀${'y'.repeat(10)}`)).toBe(`${'x'.repeat(199)}…`)
})

test('behavior: whatever comes, a name stays the same when it is read again, is short, and has something to see', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 220 }), (text) => {
      const name = visibleName(text)
      if (name === null) return
      expect(name.length).toBeLessThanOrEqual(201)
      expect(name.trim()).toBe(name)
      expect(name.isWellFormed() || !text.isWellFormed()).toBe(true)
      expect(name).toMatch(/\S/u)
    }),
  )
})

test('behavior: a note without anything to see is no note, and no member or token may be called so', () => {
  expect(Note.parse(' \u200b ')).toBe('')
  expect(Note.parse(' Reveal ')).toBe('Reveal')
  expect(DisplayName.safeParse('\u2800').success).toBe(false)
  expect(DisplayName.parse(' Ada ')).toBe('Ada')
})
