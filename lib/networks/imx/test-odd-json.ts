import fc from 'fast-check'

/** What a field may hold instead of what it should: odd types, sizes, times, ids, and text that no column takes. */
export const oddValue = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('', '\0', 'a\0b', '\ud800', '..', '007', '-1', 'abc', '1.5', '1e400', 'NaN'),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(0, 1, -1, 1.5, 404, 2 ** 31, 2 ** 53, -(2 ** 53), 1e300, true, false, null),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '+010000-01-01T00:00:00Z',
      '-000200-01-01T00:00:00Z',
      '0000-01-01T00:00:00Z',
      '9999-12-31T23:59:59.9999Z',
      '2026-11-24T14:00:30.000Z',
      'step 7',
    ),
  },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 50 }).map(String) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  { weight: 1, arbitrary: fc.constant('x'.repeat(50_000)) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
)

/** An object with some of these fields, each as it should be or odd. */
export const oddObject = (fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> =>
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record(
        Object.fromEntries(Object.entries(fields).map(([name, good]) => [name, fc.oneof(good, oddValue)])),
        { requiredKeys: [] },
      ),
    },
    { weight: 1, arbitrary: oddValue },
  )

export const tokenId = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }).map(String))
const time = fc.constantFrom('2026-11-24T14:00:30.000Z', '2022-10-20T04:17:51.351675Z')
const count = fc.integer({ min: 0, max: 25 })

export const oddSummary = oddObject({ succeeded: count, failed: count, pending: count })

export const oddRefresh = oddObject({
  refresh_id: fc.constantFrom('r1', 'r2', 'r3'),
  status: fc.constantFrom('queued', 'in_progress', 'completed', 'completed'),
  collection_address: fc.constant(`0x${'ab'.repeat(20)}`),
  started_at: time,
  completed_at: time,
  summary: oddSummary,
})

export const oddFailure = oddObject({
  token_id: tokenId,
  client_token_metadata_url: fc.webUrl(),
  client_response_status_code: fc.constantFrom(404, '404', null),
  client_response_body: fc.string(),
  error_code: fc.constantFrom('invalid_response_status_code', 'token_not_found', 'unable_to_decode_response'),
  created_at: time,
})

export const oddAsset = oddObject({
  token_address: fc.constant(`0x${'ab'.repeat(20)}`),
  token_id: tokenId,
  user: fc.constant(`0x${'cd'.repeat(20)}`),
  status: fc.constant('imx'),
  name: fc.string({ unit: 'binary' }),
  image_url: fc.webUrl(),
  metadata: fc.dictionary(fc.string(), oddValue),
  updated_at: time,
})

export const oddCollection = oddObject({
  address: fc.constant(`0x${'ab'.repeat(20)}`),
  name: fc.string(),
  project_id: count,
  project_owner_address: fc.constant(`0x${'cd'.repeat(20)}`),
  metadata_api_url: fc.webUrl(),
})

export const oddFilter = oddObject({
  key: fc.string(),
  type: fc.constant('discrete'),
  value: fc.array(oddValue),
  range: oddObject({ min: count, max: count }),
})

/** A page of a list whose cursors may lead in circles. */
export const oddPage = (item: fc.Arbitrary<unknown>) =>
  oddObject({
    result: fc.array(item, { maxLength: 8 }),
    cursor: fc.constantFrom('a', 'b', 'c'),
    remaining: fc.constantFrom(0, 1),
  })
