/** One end of everything: at which moment, how many processes, and how long the next start took. */
export type Kill = { moment: string; processes: number; isReached: boolean; startMs: number; id: string }
