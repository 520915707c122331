const STOP_DEADLINE_MS = 4_500
const PARENT_LOOK_MS = 500

/** What ends with this process, in the order in which it was started. */
const running = new Set()
let isStopping = false
let delayMs = 0
let skipDelay = () => {}

/**
 * @param {import('node:child_process').ChildProcess} child that leads a process group of its own
 * @param {() => Promise<unknown>} [stop] how it is stopped, if not by SIGTERM
 */
export function stopWithLauncher(child, stop) {
  const ended = new Promise((resolve) => child.once('close', resolve))
  const terminate = () => {
    signalGroup(child, 'SIGTERM')
    return ended
  }
  const one = {
    stop: stop ?? terminate,
    kill: () => signalGroup(child, 'SIGKILL'),
    // One with a way of its own to stop notices by itself that this process has gone.
    leave: () => stop || signalGroup(child, 'SIGKILL'),
  }
  running.add(one)
  child.once('close', () => running.delete(one))
}

/** For what runs in this very process. */
export function stopFirst(stop) {
  running.add({ stop, kill: () => {}, leave: () => {} })
}

export const isStoppingAll = () => isStopping

/** For who must be seen to be stopping before it stops: a balancer needs a while to send people elsewhere. */
export function delayStop(ms) {
  delayMs = ms
}

/**
 * Stops what was started, the last first, kills what has not ended by the deadline, and then ends this process. A
 * patient stop waits first, until somebody asks for another one.
 */
export async function stopAll(code, { isPatient = false } = {}) {
  if (isStopping) return isPatient || skipDelay()
  isStopping = true
  if (isPatient && delayMs > 0) await delay()
  setTimeout(() => {
    for (const one of running) one.kill()
    setTimeout(() => process.exit(code), PARENT_LOOK_MS)
  }, STOP_DEADLINE_MS)
  for (const one of [...running].reverse()) await one.stop()
  process.exit(code)
}

function delay() {
  return new Promise((resolve) => {
    skipDelay = resolve
    setTimeout(resolve, delayMs)
  })
}

/** The whole group, because what is started starts processes of its own. */
function signalGroup(child, signal) {
  try {
    if (child.pid) process.kill(-child.pid, signal)
  } catch {
    // Gone already.
  }
}

/** Ctrl-C and SIGTERM stop everything that was started. */
export function stopOnSignals() {
  process.on('SIGINT', () => stopAll(130))
  process.on('SIGTERM', () => stopAll(143, { isPatient: true }))
  process.on('SIGHUP', () => stopAll(129))
  process.on('exit', () => {
    for (const one of running) one.leave()
  })
  if (process.env.npm_lifecycle_event) stopWithNpm()
}

/** A shell between npm and this program may die of a signal without passing it on. */
function stopWithNpm() {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) stopAll(143, { isPatient: true })
  }, PARENT_LOOK_MS).unref()
}
