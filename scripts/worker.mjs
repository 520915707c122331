import { exclusively } from './lib/exclusive.mjs'
import { generate } from './lib/generate.mjs'
import { install } from './lib/install.mjs'
import { launch } from './lib/launch.mjs'
import { say } from './lib/say.mjs'
import { startServer } from './lib/server.mjs'

await launch(async () => {
  await exclusively(async () => {
    await install()
    await generate()
  })
  startServer('The worker', ['--conditions=react-server', 'scripts/worker.ts'], {
    env: { NODE_ENV: 'production' },
    onLine: say,
  })
})
