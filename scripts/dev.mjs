import { launch } from './lib/launch.mjs'
import { prepare } from './lib/prepare.mjs'
import { say } from './lib/say.mjs'
import { serve } from './lib/serve.mjs'
import { welcome } from './lib/welcome.mjs'

await launch(async () => {
  process.env.DESK_MODE = 'dev'
  const settings = await prepare()
  say('Starting with hot reload …')
  await serve(settings, { command: 'dev', env: { NODE_ENV: 'development' } })
  welcome(settings)
})
