import { expect, test } from 'vitest'
import { assetTabTitle } from './asset-title.ts'

test.each([
  [{ name: 'Ember Warden #17', tokenId: '17' }, 'Ember Warden #17'],
  [{ name: 'Ember Warden', tokenId: '17' }, 'Ember Warden #17'],
  [{ name: null, tokenId: '17' }, '#17 of Wardens'],
])('default: the tab of %j is called %s', (asset, title) => {
  expect(assetTabTitle(asset, 'Wardens')).toBe(title)
})
