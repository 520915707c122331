import { describe, expect, test } from 'vitest'
import { type Answer, readAnswer } from './read-answer.ts'

const json = { status: 200, contentType: 'application/json; charset=utf-8' }
const read = (answer: Partial<Answer>) => readAnswer({ ...json, body: '{"name":"Relic"}', ...answer })
const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))
const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`
const checkPage = `<!doctype html><title>Just a moment...</title>${'<p>wait</p>'.repeat(3_000)}`

test('default: a good answer gives its object and nothing to say', () => {
  expect(read({ elapsedMs: 2_900, contentLength: 16 })).toEqual({
    metadata: { name: 'Relic' },
    findings: [],
  })
})

describe('faults', () => {
  test.each<[string, Partial<Answer>, object]>([
    ['a byte order mark', { body: '\uFEFF{"name":"Relic"}' }, { kind: 'byte_order_mark' }],
    ['its bytes', { body: bytes([0xef, 0xbb, 0xbf], '{"name":"Relic"}') }, { kind: 'byte_order_mark' }],
    [
      'a trailing comma',
      { body: '{\n  "name": "Relic",\n}' },
      { kind: 'trailing_comma', line: 3, column: 1, word: ',}' },
    ],
    [
      'text/plain',
      { contentType: 'text/plain; charset=utf-8' },
      { kind: 'wrong_type', type: 'text/plain; charset=utf-8' },
    ],
    [
      'application/octet-stream',
      { contentType: 'application/octet-stream' },
      { kind: 'wrong_type', type: 'application/octet-stream' },
    ],
    [
      'application/ld+json',
      { contentType: 'application/ld+json' },
      { kind: 'wrong_type', type: 'application/ld+json' },
    ],
    [
      'a type that only begins like it',
      { contentType: 'application/json-seq' },
      { kind: 'wrong_type', type: 'application/json-seq' },
    ],
    ['no type', { contentType: null }, { kind: 'wrong_type' }],
    [
      'a redirect',
      { status: 301, url: 'https://x.example/1', location: '/1/' },
      { kind: 'redirect', target: 'https://x.example/1/' },
    ],
    [
      'a redirect that only its page tells',
      { status: 302, url: 'https://x.example/1', body: '<p><a href="https://www.x.example/1">here</a>' },
      { kind: 'redirect', target: 'https://www.x.example/1' },
    ],
    ['a redirect to nowhere', { status: 308, body: '' }, { kind: 'redirect' }],
    ['null', { body: ' null\n' }, { kind: 'null' }],
    ['a list', { body: '[{"name":"Relic"}]' }, { kind: 'list' }],
    ['a text', { body: '"Relic"' }, { kind: 'string' }],
    ['a number', { body: '17' }, { kind: 'value', word: '17' }],
    ['a long number', { body: '12345678901234567890' }, { kind: 'value', word: '12345678901234567890' }],
    ['true', { body: 'true' }, { kind: 'value', word: 'true' }],
    ['JSON inside a text', { body: JSON.stringify('{"name":"Relic"}') }, { kind: 'json_in_text' }],
    [
      'a data address',
      { body: 'data:application/json;base64,e30=' },
      { kind: 'data_uri', word: 'data:application/json;base64,e30=' },
    ],
    ['Latin-1', { body: bytes('{"name":"R', [0xea], 'lic"}') }, { kind: 'not_utf8', line: 1, column: 11 }],
    [
      'Latin-1, decoded before',
      { body: '{\n"name":"R\uFFFDlic"}' },
      { kind: 'not_utf8', line: 2, column: 10 },
    ],
    ['NaN', { body: '{"power": NaN}' }, { kind: 'bad_number', line: 1, column: 11, word: 'NaN' }],
    [
      '-Infinity',
      { body: '{"power":\n-Infinity}' },
      { kind: 'bad_number', line: 2, column: 1, word: '-Infinity' },
    ],
    ['single quotes', { body: "{'name': 'Relic'}" }, { kind: 'bad_json', line: 1, column: 2 }],
    ['a comment', { body: '{"name":"Relic"} // the first' }, { kind: 'bad_json', line: 1, column: 18 }],
    [
      'two documents',
      { body: '{"name":"Relic"}\n{"name":"Relic"}' },
      { kind: 'bad_json', line: 2, column: 1 },
    ],
    ['a line break in a text', { body: '{"name":"Re\nlic"}' }, { kind: 'bad_json', line: 1, column: 9 }],
    ['an undefined value', { body: '{"name":undefined}' }, { kind: 'bad_json', word: 'undefined' }],
    ['nothing', { body: ' \n' }, { kind: 'empty' }],
    ['a web page', { body: '<!doctype html><title>Login' }, { kind: 'html' }],
    ['XML', { body: '<?xml version="1.0"?><Error/>' }, { kind: 'xml' }],
    ['plain text', { body: 'Not ready, come back' }, { kind: 'text', word: 'Not' }],
    ['gzip that nobody announced', { body: bytes([0x1f, 0x8b, 8, 0, 0]) }, { kind: 'compressed' }],
    ['a page that asks for a browser', { status: 403, body: checkPage }, { kind: 'bot_check' }],
    ['the same with 503', { status: 503, body: checkPage }, { kind: 'bot_check' }],
    ['another page with 403', { status: 403, body: '<html><h1>403 Forbidden</h1>' }, { kind: 'html' }],
    ['an object store with 403', { status: 403, body: '<?xml version="1.0"?><Error/>' }, { kind: 'xml' }],
    ['an object store with 404', { status: 404, body: '<?xml version="1.0"?><Error/>' }, { kind: 'status' }],
    ['429', { status: 429, body: 'slow down' }, { kind: 'status' }],
    ['no answer', { status: null, body: null }, { kind: 'no_answer' }],
    [
      'too few bytes',
      { body: '{"name":"Rel', contentLength: 100 },
      { kind: 'cut_off', bytes: 12, expected: 100 },
    ],
    ['half a document', { body: '{"name":"Relic", ' }, { kind: 'cut_off', bytes: 17 }],
    ['half a text', { body: '{"name":"Rel' }, { kind: 'cut_off', bytes: 12 }],
    ['3,000 levels', { body: nested(3_000) }, { kind: 'too_deep', depth: 3_000 }],
    ['100,000 levels', { body: '['.repeat(100_000) }, { kind: 'too_deep', depth: 100_000 }],
    [
      '100,000 levels behind a text that ends with its line',
      { body: `["a\n${'['.repeat(100_000)}` },
      { kind: 'bad_json', line: 1, column: 2, word: expect.stringMatching(/^"a\n\[/) },
    ],
    [
      '100,000 levels behind a quotation mark in a comment',
      { body: `/*"*/${'['.repeat(100_000)}` },
      { kind: 'bad_json', line: 1, column: 1, word: '/' },
    ],
    [
      '800 KB',
      { body: JSON.stringify({ name: 'x'.repeat(800_000) }) },
      { kind: 'too_large', bytes: 800_011 },
    ],
    ['3.1 seconds', { elapsedMs: 3_100 }, { kind: 'too_slow', ms: 3_100 }],
  ])('%s', (_name, answer, expected) => {
    expect(read(answer).findings[0]).toMatchObject(expected)
  })

  test('several are all said, the one that decides first', () => {
    const findings = read({ body: '\uFEFF{"a":1,}', contentType: 'text/plain' }).findings
    expect(findings.map(({ kind }) => kind)).toEqual(['byte_order_mark', 'wrong_type', 'trailing_comma'])
  })
})

describe('warnings', () => {
  test.each<[string, string, object[]]>([
    [
      'a key twice',
      '{"a":{"power":1,"power":"one"}}',
      [{ kind: 'duplicate_key', key: 'a.power', line: 1, column: 17 }],
    ],
    ['NUL', '{"name":"a\\u0000b"}', [{ kind: 'unstorable_text', key: 'name', word: 'NUL' }]],
    [
      'half a character, in a list',
      '{"lore":["\\ud83d"]}',
      [{ kind: 'unstorable_text', key: 'lore[0]', word: 'half a character' }],
    ],
    ['a long text', `{"lore":"${'x'.repeat(70_000)}"}`, [{ kind: 'long_text', key: 'lore', bytes: 70_000 }]],
    ['a large number', '{"seed":12345678901234567890}', [{ kind: 'large_number', key: 'seed' }]],
    [
      'attributes as an object',
      '{"attributes":{"power":1}}',
      [{ kind: 'attributes_shape', key: 'attributes', word: 'an object' }],
    ],
    [
      'attributes of several shapes',
      '{"attributes":["power",{"trait_type":"power","value":null},{"trait_type":null,"value":1},{}]}',
      [
        { kind: 'attribute_shape', key: 'attributes[0]', word: 'a text' },
        { kind: 'attribute_null', key: 'attributes[1].value' },
        { kind: 'attribute_null', key: 'attributes[2].trait_type' },
        { kind: 'attribute_shape', key: 'attributes[3]', word: 'an object without value' },
      ],
    ],
    [
      'an http image',
      '{"image":"http://x.example/1.png"}',
      [{ kind: 'image_address', key: 'image', word: 'http://x.example/1.png' }],
    ],
    ['other images', '{"image":"ar://abc","image_url":"ipfs://Qm"}', []],
    ['keys of JavaScript', '{"__proto__":{"isAdmin":true},"constructor":1,"attributes":[]}', []],
  ])('%s', (_name, body, findings) => {
    const reading = read({ body })
    expect(reading.findings).toEqual(findings)
    expect(Object.keys(reading.metadata ?? {})).toEqual(Object.keys(JSON.parse(body)))
  })

  test('a document full of them says no more than a page can show', () => {
    const body = JSON.stringify({ attributes: Array.from({ length: 5_000 }, () => 'x') })
    expect(read({ body }).findings.length).toBeLessThanOrEqual(20)
  })
})
