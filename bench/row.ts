/** What was measured, the figure, its aim, and how. */
export type Row = [what: string, measured: string, aim: string, how: string]

export const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
