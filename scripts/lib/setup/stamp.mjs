import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { inRoot } from '../project.mjs'

const isTest = (name) => /\.test\.tsx?$/.test(name)

/** @param {string[]} paths files and folders below the root; what is missing counts as absent */
export function hashOf(paths, skip = () => false) {
  const hash = createHash('sha256')
  for (const path of paths) add(hash, path, skip)
  return hash.digest('hex').slice(0, 16)
}

function add(hash, path, skip) {
  const full = inRoot(path)
  if (skip(path) || isTest(path) || !existsSync(full)) return
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).sort()) add(hash, join(path, name), skip)
    return
  }
  hash.update(`${path}\0`).update(readFileSync(full)).update('\0')
}

/** @returns {string | null} */
export function readStamp(path) {
  try {
    return readFileSync(inRoot(path), 'utf8').trim()
  } catch {
    return null
  }
}

/** A stamp appears whole or not at all, and after everything it vouches for. */
export function writeStamp(path, value) {
  const full = inRoot(path)
  mkdirSync(dirname(full), { recursive: true })
  writeFileSync(`${full}.${process.pid}`, `${value}\n`)
  renameSync(`${full}.${process.pid}`, full)
}
