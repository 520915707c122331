import 'server-only'

/** One open stream. `end` tells the viewer that no more will come. */
export type Viewer = { send: (event: string, data: string) => void; end: () => void }

export type Hub = {
  details: Map<string, { version: number; snapshot: string | null; viewers: Set<Viewer> }>
  list: { versions: Map<string, number>; viewers: Set<Viewer> }
  /** What was last told of the networks, and how many ticks ago. */
  networks: { text: string; states: string; ticks: number }
  timer: NodeJS.Timeout | null
  isReading: boolean
}
