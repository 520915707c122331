import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { refuseTakenPort } from '../ports.mjs'
import { Failure } from '../say.mjs'

/** What can be refused before anything is installed. The settings themselves are judged by lib/env, a little later. */
export async function firstChecks() {
  const dataDir = resolve(process.env.DATA_DIR || './data')
  refuseUnwritable(dataDir)
  const port = Number(process.env.PORT || 3000)
  if (Number.isInteger(port) && port > 0 && port < 65536) {
    await refuseTakenPort('PORT', port, process.env.HOST || '127.0.0.1')
  }
}

function refuseUnwritable(directory) {
  const probe = join(directory, `.probe-${process.pid}`)
  try {
    mkdirSync(directory, { recursive: true })
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    throw new Failure(`DATA_DIR ${directory} cannot be written (${error.code ?? error.message})`)
  }
}
