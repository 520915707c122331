const FIRST_RETRY_MS = 1_000
const LONGEST_RETRY_MS = 15_000
const HIDDEN_MS = 30_000

type StreamOptions = {
  /** The event that carries data; its first arrival means that the stream lives. */
  event: string
  onData: (text: string) => void
  onState: (isLive: boolean) => void
}

/**
 * Keeps one stream of our API open while the page is visible and comes back by itself, ever more slowly, when it is
 * lost. Returns how to end it.
 */
export function openEventSource(path: string, { event, onData, onState }: StreamOptions): () => void {
  let source: EventSource | null = null
  let retry: ReturnType<typeof setTimeout> | undefined
  let hide: ReturnType<typeof setTimeout> | undefined
  let failures = 0

  const close = () => {
    clearTimeout(retry)
    source?.close()
    source = null
  }
  const lose = () => {
    close()
    onState(false)
    const waitMs = Math.min(FIRST_RETRY_MS * 2 ** failures, LONGEST_RETRY_MS)
    failures += 1
    retry = setTimeout(open, waitMs)
  }
  const open = () => {
    close()
    source = new EventSource(path)
    source.addEventListener(event, ({ data }: MessageEvent<string>) => {
      failures = 0
      onState(true)
      onData(data)
    })
    source.addEventListener('bye', lose)
    source.addEventListener('error', lose)
  }
  const handleVisibility = () => {
    clearTimeout(hide)
    if (document.visibilityState === 'hidden') hide = setTimeout(close, HIDDEN_MS)
    else if (!source) open()
  }

  open()
  document.addEventListener('visibilitychange', handleVisibility)
  return () => {
    document.removeEventListener('visibilitychange', handleVisibility)
    clearTimeout(hide)
    close()
  }
}
