import { launch } from './lib/launch.mjs'
import { say } from './lib/say.mjs'
import { beside, serve } from './lib/serve.mjs'
import { prepare } from './lib/setup/prepare.mjs'
import { untilReady } from './lib/until-ready.mjs'
import { welcome } from './lib/welcome.mjs'

await launch(async () => {
  process.env.DESK_MODE = 'dev'
  const settings = await prepare()
  say('Starting with hot reload …')
  await serve(settings, null, await beside(settings))
  await untilReady(settings)
  welcome(settings)
})
