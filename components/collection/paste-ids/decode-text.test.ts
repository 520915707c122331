import { expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'

test('default: UTF-8, and UTF-16 as spreadsheets write it, are read without their marks', () => {
  const wide = [...'17\t23'].flatMap((char) => [char.charCodeAt(0), 0])
  const reversed = [...'17\t23'].flatMap((char) => [0, char.charCodeAt(0)])
  expect(decodeText(new TextEncoder().encode('\ufeff17\t23'))).toBe('17\t23')
  expect(decodeText(new Uint8Array([0xff, 0xfe, ...wide]))).toBe('17\t23')
  expect(decodeText(new Uint8Array([0xfe, 0xff, ...reversed]))).toBe('17\t23')
})

test('error: a workbook is no text', () => {
  expect(decodeText(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]))).toBeNull()
})
