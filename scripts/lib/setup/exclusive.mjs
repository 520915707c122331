import { mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { inRoot } from '../project.mjs'
import { Failure, say } from '../say.mjs'

const LOCK = '.build/lock'
const RETRY_MS = 300

/** Runs `task` while no other launcher installs or builds in this checkout; a lock whose process is gone is taken. */
export async function exclusively(task) {
  let isTold = false
  while (!tryLock()) {
    if (!isTold) say('Waiting for another Refresh Desk that is building in this folder …')
    isTold = true
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
  }
  const release = () => rmSync(inRoot(LOCK), { force: true })
  process.once('exit', release)
  try {
    return await task()
  } finally {
    process.off('exit', release)
    release()
  }
}

function tryLock() {
  try {
    return takeLock()
  } catch (error) {
    throw ['EACCES', 'EPERM', 'EROFS'].includes(error.code) ? notOurs(error.code) : error
  }
}

function takeLock() {
  mkdirSync(inRoot('.build'), { recursive: true })
  try {
    writeSync(openSync(inRoot(LOCK), 'wx'), String(process.pid))
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  if (!isHeld()) rmSync(inRoot(LOCK), { force: true })
  return false
}

function isHeld() {
  try {
    process.kill(Number(readFileSync(inRoot(LOCK), 'utf8')) || process.pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

const notOurs = (code) =>
  new Failure(
    `This user cannot write to ${inRoot('.build')} (${code}); start Refresh Desk as the user who owns this checkout, or use your own checkout`,
  )
