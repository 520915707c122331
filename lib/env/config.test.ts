import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newTestDirectory } from '../../scripts/lib/test-directory.ts'
import { readConfig } from './config.ts'

const secret = 'a'.repeat(32)

describe('readConfig', () => {
  test('default: nothing set is demo mode on loopback', () => {
    expect(readConfig({ DATA_DIR: '/srv' })).toEqual({
      port: 3000,
      holdFailedShare: 0.5,
      decideAfterMs: 900_000,
      host: '127.0.0.1',
      publicUrl: null,
      origins: ['http://localhost:3000', 'http://127.0.0.1:3000'],
      dataDir: '/srv/demo',
      databaseUrl: null,
      databaseSocket: null,
      appSecret: null,
      setupToken: null,
      mode: 'demo',
      networks: [
        { slug: 'imx-local', baseUrl: 'http://127.0.0.1:4010/imx', apiKey: null, requestsPerSecond: 0 },
      ],
      proxyIntervalMs: 2_000,
      shutdownDelayMs: 1_000,
      sandboxPort: 4010,
      sandboxControlToken: null,
      ipfsGateway: 'https://ipfs.io/ipfs',
      arweaveGateway: 'https://arweave.net',
    })
  })

  test('behavior: NETWORKS makes real mode, in the order given', () => {
    const config = readConfig({ DATA_DIR: '/srv', NETWORKS: 'imx-sandbox, imx', IMX_API_KEY: 'key' })
    expect([config.mode, config.dataDir]).toEqual(['real', '/srv/desk'])
    expect(config.networks).toEqual([
      {
        slug: 'imx-sandbox',
        baseUrl: 'https://api.sandbox.x.immutable.com',
        apiKey: null,
        requestsPerSecond: 5,
      },
      { slug: 'imx', baseUrl: 'https://api.x.immutable.com', apiKey: 'key', requestsPerSecond: 5 },
    ])
  })

  test('behavior: a base URL keeps its path and loses its trailing slash', () => {
    const { networks } = readConfig({
      NETWORKS: 'imx',
      IMX_BASE_URL: 'http://127.0.0.1:4161/imx/',
      IMX_REQUESTS_PER_SECOND: '0',
    })
    expect(networks[0]).toMatchObject({ baseUrl: 'http://127.0.0.1:4161/imx', requestsPerSecond: 0 })
  })

  test('behavior: the demo network cannot be pointed elsewhere', () => {
    const { networks } = readConfig({ IMX_LOCAL_BASE_URL: 'https://evil.example', SANDBOX_PORT: '4160' })
    expect(networks[0]?.baseUrl).toBe('http://127.0.0.1:4160/imx')
  })

  test('behavior: PUBLIC_URL alone decides where sign-in is valid', () => {
    const config = readConfig({ PUBLIC_URL: 'https://desk.example/', HOST: '0.0.0.0', NETWORKS: 'imx' })
    expect(config.origins).toEqual(['https://desk.example'])
  })

  test('behavior: a port that the scheme implies is left out of origins, as browsers do', () => {
    expect(readConfig({ PORT: '80' }).origins).toEqual(['http://localhost', 'http://127.0.0.1'])
  })

  test('behavior: development has a directory of its own', () => {
    expect(readConfig({ DATA_DIR: '/srv', DESK_MODE: 'dev' }).dataDir).toBe('/srv/dev')
  })

  test('behavior: an empty value counts as unset', () => {
    expect(readConfig({ NETWORKS: '', PORT: '', DATABASE_URL: '' }).mode).toBe('demo')
  })

  test('behavior: a secret may come from a file', () => {
    const path = join(newTestDirectory(), 'secret')
    writeFileSync(path, `${secret}\n`)
    expect(readConfig({ APP_SECRET_FILE: path }).appSecret).toBe(secret)
    expect(() => readConfig({ APP_SECRET_FILE: path, APP_SECRET: secret })).toThrow(/^APP_SECRET and/)
    expect(() => readConfig({ APP_SECRET_FILE: `${path}.gone` })).toThrow(/^APP_SECRET_FILE names/)
  })

  test.each([
    ['PORT', { PORT: 'http' }],
    ['PORT', { PORT: '0' }],
    ['PORT', { PORT: '65536' }],
    ['PROXY_INTERVAL_SECONDS', { PROXY_INTERVAL_SECONDS: '61' }],
    ['PROXY_INTERVAL_SECONDS', { PROXY_INTERVAL_SECONDS: '-1' }],
    ['SHUTDOWN_DELAY_SECONDS', { SHUTDOWN_DELAY_SECONDS: '301' }],
    ['HOST', { HOST: '0.0.0.0' }],
    ['HOST', { HOST: '192.168.0.7', PUBLIC_URL: 'https://desk.example' }],
    ['PUBLIC_URL', { HOST: '0.0.0.0', NETWORKS: 'imx' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'desk.example' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'ftp://desk.example' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://desk.example/path' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'http://desk:3000' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'http://[::1]:3000' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/desk', APP_SECRET: secret }],
    ['APP_SECRET', { DATABASE_URL: 'postgres://localhost/desk' }],
    ['APP_SECRET', { APP_SECRET: 'short' }],
    ['NETWORKS', { NETWORKS: 'imx,zkevm' }],
    ['NETWORKS', { NETWORKS: 'imx-local' }],
    ['NETWORKS', { NETWORKS: 'imx,imx' }],
    ['NETWORKS', { NETWORKS: 'imx,' }],
    ['IMX_BASE_URL', { NETWORKS: 'imx', IMX_BASE_URL: 'file:///etc' }],
    ['IMX_BASE_URL', { NETWORKS: 'imx', IMX_BASE_URL: 'https://user:pass@x.example' }],
    ['IMX_REQUESTS_PER_SECOND', { IMX_REQUESTS_PER_SECOND: 'fast' }],
    ['SANDBOX_PORT', { SANDBOX_PORT: '3000' }],
    ['DESK_MODE', { DESK_MODE: 'prod' }],
  ])('error: %s in %o is named in one line', (variable, env) => {
    expect(() => readConfig(env)).toThrow(new RegExp(`^${variable} .+$`))
  })
})
