import { launch } from './lib/launch.mjs'
import { say } from './lib/say.mjs'
import { beside, serve } from './lib/serve.mjs'
import { build } from './lib/setup/build.mjs'
import { exclusively } from './lib/setup/exclusive.mjs'
import { prepare } from './lib/setup/prepare.mjs'
import { untilReady } from './lib/until-ready.mjs'
import { welcome } from './lib/welcome.mjs'

await launch(async () => {
  const settings = await prepare()
  const folder = await exclusively(build)
  say('Starting …')
  await serve(settings, folder, await beside(settings))
  await untilReady(settings)
  welcome(settings)
})
