import { launch } from './lib/launch.mjs'
import { nextBin } from './lib/project.mjs'
import { say } from './lib/say.mjs'
import { beside } from './lib/serve.mjs'
import { startServer } from './lib/server.mjs'
import { prepare } from './lib/setup/prepare.mjs'
import { untilReady } from './lib/until-ready.mjs'
import { welcome } from './lib/welcome.mjs'

const nextChatter = /^\s*(▲|✓|○|- (Local|Network|Environments|Experiments)|$)/

await launch(async () => {
  process.env.DESK_MODE = 'dev'
  const settings = await prepare()
  say('Starting with hot reload …')
  const { host, port } = settings
  startServer('The desk', [nextBin, 'dev', '-H', host, '-p', String(port)], {
    env: { ...(await beside(settings)), NODE_ENV: 'development' },
    onLine: (line) => {
      if (!nextChatter.test(line)) say(line)
    },
  })
  await untilReady(settings)
  welcome(settings)
})
