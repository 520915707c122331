import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { WorldEvent } from './world/events.ts'
import { parseExact } from './world/exact-json.ts'

/**
 * What happened, one event a line, written before anybody is told: a killed process loses nothing it answered for.
 * Signatures never get here.
 */
export class Journal {
  readonly #file: string
  #handle: number | undefined

  constructor(dataDir: string) {
    mkdirSync(dataDir, { recursive: true })
    this.#file = join(dataDir, 'world.jsonl')
  }

  /** Addresses of images and metadata follow the sandbox when it moves to another port. */
  read(originUrl: string): WorldEvent[] {
    const text = this.#text()
    const lines = text.split('\n').filter(Boolean)
    const events = lines.flatMap((line, at): WorldEvent[] => {
      try {
        return [parseExact(line) as WorldEvent]
      } catch {
        // Only the last line can be torn by a kill.
        if (at === lines.length - 1) return []
        throw new Error(`${this.#file} is damaged in line ${at + 1}. Move it away to start afresh.`)
      }
    })
    const born = events[0]
    if (born?.kind !== 'born' || born.originUrl === originUrl) return events
    const moved = JSON.stringify(events).replaceAll(`"${born.originUrl}`, `"${originUrl}`)
    return parseExact(moved) as WorldEvent[]
  }

  #text(): string {
    try {
      return readFileSync(this.#file, 'utf8')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
      throw error
    }
  }

  /** Replaces the past by a shorter account of it; a kill in the middle leaves the old one whole. */
  rewrite(events: Iterable<WorldEvent>): void {
    const handle = openSync(`${this.#file}.new`, 'w', 0o600)
    for (const event of events) writeSync(handle, `${JSON.stringify(event)}\n`)
    renameSync(`${this.#file}.new`, this.#file)
    this.#handle = handle
  }

  append(event: WorldEvent): void {
    if (this.#handle !== undefined) writeSync(this.#handle, `${JSON.stringify(event)}\n`)
  }

  close(): void {
    if (this.#handle !== undefined) closeSync(this.#handle)
    this.#handle = undefined
  }
}
