import './outlive-log-reader.mjs'

// Preloaded into every server that the launcher starts. Standard input is a pipe that only the launcher holds, so its
// end means that the launcher is gone, even by SIGKILL.
const HARD_STOP_MS = 5_000

// A server hands its preloads on to what it starts, whose standard input is empty from the start.
if (process.env.LAUNCHER_PID === String(process.ppid)) {
  process.stdin.on('end', () => {
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.exit(1), HARD_STOP_MS).unref()
  })
  process.stdin.on('error', () => {})
  process.stdin.resume()
  process.stdin.unref?.()
}
