import type { Instrumentation } from 'next'

/** Next calls this once, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs' && process.env.NEXT_PHASE !== 'phase-production-build') {
    const { startDesk } = await import('./instrumentation-node.ts')
    await startDesk()
  }
}

/** Next calls this when a page could not be made, before it answers. */
export const onRequestError: Instrumentation.onRequestError = async (error, { headers }) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { answerPageError } = await import('./lib/http/answer-page-error.ts')
  answerPageError(error, headers)
}
