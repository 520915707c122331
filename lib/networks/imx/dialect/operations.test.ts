import { expect, test } from 'vitest'
import { findOperation } from './operations.ts'

const id = '0x9a48b1b27743d807331d06ecf0bfb15c06fdb58d'

test.each([
  ['GET', '/v1/assets', false],
  ['GET', `/v1/assets/${id}/5`, false],
  ['GET', '/v1/collections', false],
  ['GET', `/v1/collections/${id}`, false],
  ['GET', `/v1/collections/${id}/filters`, false],
  ['GET', `/v1/collections/${id}/metadata-schema`, false],
  ['GET', '/v1/metadata-refreshes', true],
  ['GET', '/v1/metadata-refreshes/21566bcb-4263-48bb-a495-602ba9a12f2c', true],
  ['GET', '/v1/metadata-refreshes/x/errors', true],
  ['POST', '/v1/metadata-refreshes', true],
])('default: %s %s is passed on', (method, path, isSigned) => {
  expect(findOperation(method, path)?.isSigned).toBe(isSigned)
})

test.each([
  ['POST', '/v1/assets'],
  ['PUT', '/v1/metadata-refreshes'],
  ['HEAD', '/v1/assets'],
  ['PATCH', `/v1/collections/${id}`],
  ['POST', '/v1/metadata-refreshes/x'],
  ['GET', '/v1/users'],
  ['GET', '/v2/assets'],
  ['GET', '/v1/assets/'],
  ['GET', '//v1/assets'],
  ['GET', '/v1/assets/x'],
  ['GET', '/v1/assets/x/y/z'],
  ['GET', '/v1/collections/..'],
  ['GET', '/v1/collections/.'],
  ['GET', '/v1/assets/../collections'],
  ['GET', '/v1/collections/%2e%2e'],
  ['GET', '/v1/collections/a%2fb'],
  ['GET', '/v1/collections/a@evil.example'],
  ['GET', '/v1/collections/a%0d%0ab'],
  ['GET', '/v1/collections/a b'],
  ['GET', '/v1/collections/ä'],
  ['GET', '/v1/collections/a\\b'],
  ['GET', '/v1/collections/a\n'],
  ['GET', `/v1/collections/${'a'.repeat(201)}`],
])('error: %s %s is not', (method, path) => {
  expect(findOperation(method, path)).toBe(null)
})
