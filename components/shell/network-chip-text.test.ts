import { expect, test } from 'vitest'
import { chipText } from './network-chip-text.ts'

const of = (name: string, state: 'answers' | 'unreachable' | 'retired' | 'read_only' | 'unknown') => ({
  name,
  state,
  isOn: true,
})
const up = of('Immutable X', 'answers')
const off = { name: 'Immutable X Sandbox', state: 'off', isOn: false } as const

test('default: networks that all answer are up, those switched off do not count', () => {
  expect(chipText([up, off])).toEqual({ words: 'Network up', isUp: true })
  expect(chipText([up, of('Other', 'answers'), off])).toEqual({ words: 'Networks up', isUp: true })
})

test('behavior: the one in trouble is named, several are counted', () => {
  expect(chipText([up, of('Other', 'unreachable')])?.words).toBe('Other silent')
  expect(chipText([of('Immutable X', 'retired')])?.words).toBe('Immutable X closed down')
  expect(chipText([of('A', 'unreachable'), of('B', 'unreachable')])?.words).toBe('2 networks silent')
  expect(chipText([of('A', 'unreachable'), of('B', 'retired')])?.words).toBe('2 networks in trouble')
})

test('boundary: nothing is said of a network that nobody has asked yet', () => {
  expect(chipText([up, of('Other', 'unknown')])).toBeNull()
  expect(chipText([off])).toBeNull()
})
