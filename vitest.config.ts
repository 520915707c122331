import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@': new URL('.', import.meta.url).pathname } },
  ssr: { resolve: { conditions: ['react-server', 'node'], externalConditions: ['react-server', 'node'] } },
  test: {
    include: ['{lib,sandbox,components,scripts,app,bench}/**/*.test.ts?(x)'],
    execArgv: ['--conditions=react-server'],
    globalSetup: ['scripts/test-postgres.mjs'],
    setupFiles: ['scripts/fail-on-console-error.ts'],
    // Far above what anything takes here: a test that hangs is ended, a slow machine is not a failure.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 120_000 } },
    maxWorkers: 2,
  },
})
