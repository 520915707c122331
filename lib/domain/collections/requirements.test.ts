import { expect, test } from 'vitest'
import { checkRequirements } from './requirements.ts'

const unmet = (url: string | null, isLocal = false) =>
  checkRequirements(url, { isLocal }).flatMap(({ key, isMet, advice }) => {
    expect(advice === null).toBe(isMet)
    return isMet ? [] : [key]
  })

test.each([
  ['https://metadata.example', []],
  ['https://metadata.example/v1/swords', []],
  ['https://1.2.3.4/v1', []],
  [null, ['present']],
  ['  ', ['present']],
  ['metadata.example/v1', ['url']],
  ['ftp://metadata.example', ['url']],
  ['http://metadata.example', ['https']],
  ['https://metadata.example/', ['no_trailing_slash']],
  ['https://metadata.example/v1/?key=1', ['no_trailing_slash', 'no_query']],
  ['https://metadata.example/v1?id=', ['no_query']],
  ['https://localhost/v1', ['public']],
  ['https://10.1.2.3/v1', ['public']],
  ['https://172.20.0.4/v1', ['public']],
  ['https://172.40.0.4/v1', []],
  ['https://[::1]/v1', ['public']],
  ['http://127.0.0.1:4010/origin/small', ['https', 'public']],
])('default: %s', (url, expected) => {
  expect(unmet(url)).toEqual(expected)
})

test('behavior: the local sandbox may be plain http on this machine, and nothing else', () => {
  expect(unmet('http://127.0.0.1:4010/origin/small', true)).toEqual([])
  expect(unmet('http://metadata.example', true)).toEqual(['https'])
})
