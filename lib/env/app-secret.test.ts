import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newTestDirectory } from '../../scripts/lib/test-directory.ts'
import { appSecret } from './app-secret.ts'
import { readConfig } from './config.ts'

test('behavior: generated once, readable by its owner only, with no draft left', () => {
  const config = readConfig({ DATA_DIR: newTestDirectory() })
  const secret = appSecret(config)
  expect(secret).toMatch(/^[\w-]{43}$/)
  expect(appSecret({ ...config })).toBe(secret)
  expect(statSync(join(config.dataDir, 'app-secret')).mode & 0o777).toBe(0o600)
  expect(readdirSync(config.dataDir)).toEqual(['app-secret'])
})

test('behavior: APP_SECRET wins', () => {
  const given = 'b'.repeat(40)
  expect(appSecret(readConfig({ APP_SECRET: given }))).toBe(given)
})
