import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { Variables } from './variables.ts'

const lines = readFileSync('.env.example', 'utf8').split('\n')
const pairs = lines.flatMap((line) => {
  const match = /^([A-Z_]+)=(.*)$/.exec(line)
  return match ? [[match[1] ?? '', match[2] ?? ''] as const] : []
})

const setByLauncher = ['DESK_MODE', 'DATABASE_SOCKET']

test('behavior: .env.example names every setting, once, and nothing else', () => {
  const settings = Object.keys(Variables.shape).filter((name) => !setByLauncher.includes(name))
  expect(pairs.map(([name]) => name).sort()).toEqual(settings.sort())
})

test('behavior: .env.example as it is means the defaults', () => {
  expect(readConfig(Object.fromEntries(pairs))).toEqual(readConfig({}))
})
