import { describe, expect, test } from 'vitest'
import { defaultChoice } from './read-ids.ts'
import { idsOf, readText, recognise } from './test-read-text.ts'

const max = String(2n ** 256n - 1n)
const namesOf = (text: string) => {
  const source = recognise(text)
  return source.kind === 'table' ? source.columns.map(({ name }) => name) : source
}

describe('JSON', () => {
  test.each([
    ['a list of numbers', '[17, 23]'],
    ['a list of texts', '["17", "23"]'],
    ['a list of objects', '[{"token_id":17,"level":42},{"token_id":"23","level":7}]'],
    [
      'an answer of an API',
      '{"result":[{"token_id":"17","id":"0xab"},{"token_id":"23","id":"0xcd"}],"remaining":0}',
    ],
    [
      'metadata',
      '[{"tokenId":"17","attributes":[{"value":42}]},{"tokenId":"23","attributes":[{"value":7}]}]',
    ],
    ['objects within objects', '{"tokens":[{"token":{"tokenId":"17"}},{"token":{"tokenId":"23"}}]}'],
    ['lists within a list', '[{"owner":"0x11","token_ids":[17]},{"owner":"0x12","token_ids":[23,17]}]'],
    ['a line for each token', '{"token_id":17,"level":3}\n{"token_id":23,"level":4}\n'],
    ['a byte order mark', '\ufeff{"ids":[17,23]}'],
  ])('default: %s', (_, text) => {
    expect(readText(text)).toMatchObject({ ids: ['17', '23'], refusedCount: 0, unit: 'item' })
  })

  test('behavior: digits beyond 2^53 are kept', () => {
    expect(idsOf(`[${max}, 9007199254740993]`)).toEqual([max, '9007199254740993'])
  })

  test('behavior: a field that nothing names is asked for', () => {
    const text = '[{"name":"Warden #5","edition":17,"level":60},{"name":"Hunter","edition":23,"level":61}]'
    const source = recognise(text)
    expect(defaultChoice(source)).toBeNull()
    expect(namesOf(text)).toEqual(['name', 'edition', 'level'])
    expect(readText(text, { choice: 1 })?.ids).toEqual(['17', '23'])
    expect(idsOf('{"1":{"level":3},"2":{"level":4}}')).toBeNull()
    expect(idsOf('{"minted":[{"token_id":1}],"burned":[{"token_id":2}]}')).toBeNull()
  })

  test('behavior: the id of something else in an item is no token id', () => {
    const text = '[{"edition":17,"owner":{"id":3}},{"edition":23,"owner":{"id":4}}]'
    expect(namesOf(text)).toEqual(['edition', 'owner.id'])
    expect(idsOf(text)).toBeNull()
    expect(idsOf('[{"level":3,"token":{"id":17}},{"level":4,"token":{"id":23}}]')).toEqual(['17', '23'])
  })

  test('behavior: attributes of items are never offered', () => {
    const text = '[{"edition":17,"attributes":[{"trait_type":"Level","value":60}]}]'
    expect(namesOf(text)).toEqual(['edition'])
  })

  test('behavior: what is no id, or not there, is told with its item', () => {
    const report = readText(
      '[{"token_id":17},{"token_id":1.5},{"name":"x"},{"token_id":null},{"token_id":5e76}]',
    )
    expect(report?.ids).toEqual(['17'])
    expect(
      report?.refusals.map(({ why, count, places }) => [why.split(' ')[0], count, places[0]?.at]),
    ).toEqual([
      ['Token', 1, 2],
      ['The', 1, 4],
      ['A', 1, 5],
      ['The', 1, undefined],
    ])
  })

  test('error: what only begins like JSON is refused as a whole, with the line', () => {
    expect(recognise('[{"token_id": 17},\n{"token_id" 23}]')).toEqual({
      kind: 'unreadable',
      why: 'This starts like JSON, but line 2 is not valid JSON. Nothing was added.',
    })
    expect(recognise('{"token_id": 17').kind).toBe('unreadable')
  })

  test('boundary: empty, deep and wide values end', () => {
    expect(namesOf('[]')).toEqual([])
    expect(namesOf('{}')).toEqual([])
    expect(namesOf(`${'['.repeat(50_000)}17${']'.repeat(50_000)}`)).toEqual([])
    expect(idsOf(`[${JSON.stringify(Array.from({ length: 1_000 }, (_, at) => at))}]`)?.length).toBe(1_000)
    expect(namesOf('{"__proto__":{"token_id":17}}')).toEqual(['__proto__.token_id'])
  })
})
