import { generate } from './lib/generate.mjs'
import { launch } from './lib/launch.mjs'

await launch(generate)
