import { launch } from './lib/launch.mjs'
import { refuseTakenPort } from './lib/ports.mjs'
import { startSandbox } from './lib/sandbox.mjs'
import { say } from './lib/say.mjs'
import { exclusively } from './lib/setup/exclusive.mjs'
import { install } from './lib/setup/install.mjs'

await launch(async () => {
  await exclusively(install)
  await refuseTakenPort('SANDBOX_PORT', Number(process.env.SANDBOX_PORT || 4010), '127.0.0.1')
  say(await startSandbox({}))
})
