import { launch } from './lib/launch.mjs'
import { generate } from './lib/setup/generate.mjs'

await launch(generate)
