const STOP_DEADLINE_MS = 4_500
const PARENT_LOOK_MS = 500

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set()
let isStopping = false

/** @param {import('node:child_process').ChildProcess} child that leads a process group of its own */
export function stopWithLauncher(child) {
  children.add(child)
  child.on('close', () => children.delete(child))
}

export const isStoppingAll = () => isStopping

/** Asks every child to stop, kills what has not after the deadline, and then ends this process. */
export async function stopAll(code) {
  if (isStopping) return
  isStopping = true
  const ended = [...children].map((child) => new Promise((resolve) => child.once('close', resolve)))
  signalAll('SIGTERM')
  const timer = setTimeout(() => signalAll('SIGKILL'), STOP_DEADLINE_MS)
  await Promise.all(ended)
  clearTimeout(timer)
  process.exit(code)
}

/** The whole group, because `npm` and `next dev` start processes of their own. */
function signalAll(signal) {
  for (const child of children) {
    try {
      if (child.pid) process.kill(-child.pid, signal)
    } catch {
      // Gone already.
    }
  }
}

/** Ctrl-C and SIGTERM stop everything that was started. */
export function stopOnSignals() {
  process.on('SIGINT', () => stopAll(130))
  process.on('SIGTERM', () => stopAll(143))
  process.on('SIGHUP', () => stopAll(129))
  process.on('exit', () => signalAll('SIGKILL'))
  if (process.env.npm_lifecycle_event) stopWithNpm()
}

/** A shell between npm and this program may die of a signal without passing it on. */
function stopWithNpm() {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) stopAll(143)
  }, PARENT_LOOK_MS).unref()
}
