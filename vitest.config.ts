import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@': new URL('.', import.meta.url).pathname } },
  ssr: { resolve: { conditions: ['react-server', 'node'], externalConditions: ['react-server', 'node'] } },
  test: {
    include: ['{lib,sandbox,components,scripts,app,bench}/**/*.test.ts?(x)'],
    execArgv: ['--conditions=react-server'],
    setupFiles: ['scripts/fail-on-console-error.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
