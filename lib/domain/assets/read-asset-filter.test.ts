import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isMoment } from '../../core/moment.ts'
import { Moment } from '../../core/moment-schema.ts'
import { findAddress } from '../networks/address.ts'
import { Address } from '../networks/address-schema.ts'
import { AssetFilter } from './asset-filter-schema.ts'
import { readAssetFilter } from './read-asset-filter.ts'

const ADDRESS = '0xF39fd6e51aad88f6f4ce6ab8827279cfffb92266'

test('behavior: pages take exactly the filters that the API takes', () => {
  const part = fc.oneof(
    fc.constantFrom<unknown>(
      'imx',
      'failed',
      ' old ',
      ADDRESS,
      ` ${ADDRESS} `,
      '2026-11-30T00:00:00.000Z',
      '',
      1,
      null,
    ),
    fc.string({ maxLength: 210 }),
    fc.constantFrom<unknown>({}, { Level: ['3'] }, { Level: '3' }, { Level: [3] }, [], ['3']),
  )
  const key = fc.constantFrom('name', 'status', 'user', 'traits', 'updatedAfter', 'lastRefresh', 'other')
  fc.assert(
    fc.property(fc.dictionary(key, part, { noNullPrototype: true }), (given) => {
      const parsed = AssetFilter.safeParse(given)
      expect(readAssetFilter(given)).toEqual(parsed.success ? parsed.data : null)
    }),
    { numRuns: 2_000 },
  )
})

test.each([null, undefined, [], 'imx', 1])('error: %j is no filter', (given) => {
  expect(readAssetFilter(given)).toBeNull()
})

test.each([
  '2026-11-30T10:20:30.123Z',
  '2026-11-30T10:20:30Z',
  '2026-11-30T10:20Z',
  '2028-02-29T00:00:00Z',
  '2026-02-29T00:00:00Z',
  '2026-02-30T00:00:00Z',
  '2026-11-30T24:00:00Z',
  '2026-11-30T10:60:00Z',
  '2026-13-01T00:00:00Z',
  '0000-01-01T00:00:00Z',
  '2026-11-30T10:20:30+01:00',
  '2026-11-30',
  '2026-11-30T10:20:30',
  'tomorrow',
])('behavior: pages and the API agree whether %s is a time', (text) => {
  expect(isMoment(text)).toBe(Moment.safeParse(text).success)
})

test.each([ADDRESS, ` ${ADDRESS}\n`, ADDRESS.slice(0, -1), `${ADDRESS}0`, ADDRESS.slice(2), '0x', ''])(
  'behavior: pages and the API read the same address in "%s"',
  (text) => {
    expect(findAddress(text)).toBe(Address.safeParse(text).data ?? null)
  },
)
