import { exclusively } from './exclusive.mjs'
import { generate } from './generate.mjs'
import { install } from './install.mjs'

/** Brings the packages, and the database client that is generated from them, to what this checkout asks for. */
export const ensurePackages = () =>
  exclusively(async () => {
    await install()
    await generate()
  })
