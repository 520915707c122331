import { expect, test } from 'vitest'
import { finishText } from './finish.ts'

const now = new Date('2026-11-24T14:26:00.000Z')
const at = (seconds: number) => new Date(now.getTime() + seconds * 1_000).toISOString()

test('default: a range of whole minutes, or said to be unknown', () => {
  expect(finishText(null, now).value).toBe('not known yet')
  expect(finishText({ from: at(110), to: at(610) }, now)).toEqual({
    value: expect.stringMatching(/^\d\d:27 to \d\d:37$/),
    detail: 'in about 11 min',
  })
  expect(finishText({ from: at(2), to: at(20) }, now).value).toMatch(/^\d\d:26 to \d\d:27$/)
})

test('behavior: what was expected for earlier is expected now', () => {
  expect(finishText({ from: at(-300), to: at(-240) }, now).value).toMatch(/^by \d\d:26$/)
})

test('behavior: another day is named', () => {
  expect(finishText({ from: at(90_000), to: at(180_000) }, now).value).toMatch(/^by .*Nov/)
})
