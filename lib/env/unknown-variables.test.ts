import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { listIgnored } from './unknown-variables.ts'
import { Variables } from './variables.ts'

test.each([
  ['NETWROKS', 'NETWORKS', 'imx'],
  ['NETWORK', 'NETWORKS', 'imx'],
  ['networks', 'NETWORKS', 'imx'],
  ['DATABASE_URI', 'DATABASE_URL', 'postgres://u:secret@host/db'],
  ['PUBLIC_ULR', 'PUBLIC_URL', 'https://desk.example.com'],
  ['APP_SECRET_FIEL', 'APP_SECRET_FILE', '/run/secret'],
  ['IMX_APIKEY', 'IMX_API_KEY', 'secret'],
  ['SETUPTOKEN', 'SETUP_TOKEN', 'secret'],
])('error: %s is refused, for %s may be meant', (name, meant, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(
    new RegExp(`^${name} is not a setting; rename it if you mean ${meant}, otherwise unset it$`),
  )
})

test('behavior: what others set is left alone, and so is what is empty', () => {
  const others = {
    HOSTNAME: 'a',
    HOSTTYPE: 'a',
    PORTS: '1',
    POST: 'a',
    PATH: 'a',
    DATABASE_HOST: 'a',
    DATA: 'a',
    SECRET: 'a',
    NETWROKS: ' ',
    NODE_ENV: 'test',
    npm_config_network: 'a',
  }
  expect(readConfig(others)).toEqual(readConfig({}))
  expect(listIgnored(others)).toEqual([])
})

test('behavior: no two settings of ours are taken for each other', () => {
  const all = Object.keys(Variables.shape)
  for (const name of all) expect(listIgnored({ [name]: 'a' })).toEqual([])
})

test('behavior: what is called like ours and means nothing is listed', () => {
  expect(listIgnored({ IMX_TIMEOUT_SECONDS: '5', IMX_API_KEY: 'a', OTHER: 'b' })).toEqual([
    'IMX_TIMEOUT_SECONDS',
  ])
})
