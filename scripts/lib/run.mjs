import { spawn } from 'node:child_process'
import { quietEnv, root } from './project.mjs'
import { stopWithLauncher } from './running.mjs'

/**
 * Runs a program to its end and keeps what it prints; `onLine` hears each line as it comes.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, onLine?: (line: string) => void }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { env = {}, onLine = () => {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...quietEnv, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    stopWithLauncher(child)
    let output = ''
    const hear = (chunk) => {
      output += chunk
      for (const line of String(chunk).split('\n')) if (line.trim()) onLine(line)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
