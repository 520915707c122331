import { generate } from './lib/setup/generate.mjs'
import { launch } from './lib/launch.mjs'

await launch(generate)
