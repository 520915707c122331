import { readFileSync } from 'node:fs'

/**
 * Megabytes of mapped files, such as Node's own program, that other processes on the machine carry for these: what they
 * would take more if they were alone. A bench runs Node too, so it is never nothing.
 */
export function carriedByOthersMb(pids: string[]): number {
  const largest = new Map<string, number>()
  let counted = 0
  for (const pid of pids) {
    const own = new Map<string, number>()
    for (const { path, residentKb, proportionalKb } of mappedFiles(pid)) {
      own.set(path, (own.get(path) ?? 0) + residentKb)
      counted += proportionalKb
    }
    for (const [path, kb] of own) largest.set(path, Math.max(largest.get(path) ?? 0, kb))
  }
  return Math.max(0, [...largest.values()].reduce((sum, kb) => sum + kb, 0) - counted) / 1024
}

/** Pages that were written to belong to the process alone, whatever file they came from. */
function mappedFiles(pid: string) {
  const text = readFileSync(`/proc/${pid}/smaps`, 'utf8')
  return text.split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m).flatMap((mapping) => {
    const path = /^\S+ \S+ \S+ \S+ [1-9]\d* +(\/.*)$/m.exec(mapping)?.[1]
    if (!path) return []
    const kb = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(mapping)?.[1] ?? 0)
    const anonymous = kb('Anonymous')
    return [{ path, residentKb: kb('Rss') - anonymous, proportionalKb: Math.max(0, kb('Pss') - anonymous) }]
  })
}
