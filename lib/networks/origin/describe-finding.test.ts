import { expect, test } from 'vitest'
import { describeFinding } from './describe-finding.ts'
import { warningKinds } from './finding.ts'
import type { Finding } from './finding-schema.ts'

test.each<[Finding, string | null]>([
  [{ kind: 'bad_number', line: 2, column: 9, word: 'NaN' }, 'Line 2, column 9: NaN'],
  [{ kind: 'wrong_type', type: 'text/plain; charset=utf-8' }, 'Sent as text/plain; charset=utf-8'],
  [{ kind: 'wrong_type' }, null],
  [{ kind: 'redirect', target: 'https://x.example/1/' }, 'Redirects to https://x.example/1/'],
  [{ kind: 'cut_off', bytes: 12, expected: 100 }, 'Cut off after 12 of 100 bytes'],
  [{ kind: 'cut_off', bytes: 1 }, 'Ends after 1 byte'],
  [{ kind: 'too_large', bytes: 800_011 }, '800,011 bytes'],
  [{ kind: 'too_slow', ms: 3_100 }, 'Took 3.1 seconds'],
  [
    { kind: 'duplicate_key', key: 'power', line: 3, column: 5 },
    'Line 3, column 5: the key power is there twice; parsers keep only one of them',
  ],
  [
    { kind: 'attributes_shape', key: 'attributes', word: 'an object' },
    'attributes is an object; marketplaces expect a list of {trait_type, value}',
  ],
  [{ kind: 'attribute_null', key: 'attributes[1].value' }, 'attributes[1].value is null'],
  [
    { kind: 'image_address', key: 'image', word: 'http://x.example/1.png' },
    'image is an address that browsers can’t load: http://x.example/1.png',
  ],
  [{ kind: 'empty' }, null],
])('default: %o', (finding, words) => {
  expect(describeFinding(finding)).toBe(words)
})

test('behavior: every warning has words, because no title says it', () => {
  for (const kind of warningKinds)
    expect(describeFinding({ kind, key: 'name' })).toMatch(/^name |the key name/)
})
