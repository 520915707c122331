/** Everything about the sandbox that a test or a person may turn, and what it is without a hand. */
export const defaultSettings = {
  /** How long a signed timestamp is accepted. Immutable documents no number; this one is ours. */
  signature_max_age_seconds: 300,
  signature_max_skew_seconds: 60,
  quota_limit: 20,
  quota_window_seconds: 3_600,
  /** Tokens a refresh crawls in a second; 0 crawls as fast as the origin answers. */
  crawl_tokens_per_second: 40,
  /** After so many tokens each refresh stands still until this changes; 0 crawls all. */
  crawl_at_most: 0,
  /** Of a project, in the order they were accepted; the others stay queued. 0 crawls all at once. */
  crawl_refreshes_at_once: 0,
  crawl_concurrency: 20,
  crawl_timeout_ms: 3_000,
  crawl_max_bytes: 524_288,
  crawl_max_depth: 1_000,
  crawl_retry_base_ms: 200,
  queue_delay_ms: 400,
  latency_ms: 0,
  /** Above it the general limiter answers 429 without limit headers; 0 never does. */
  requests_per_second: 0,
}

export type Settings = typeof defaultSettings

const names = Object.keys(defaultSettings) as (keyof Settings)[]

/** Takes known names with whole numbers from 0 up; anything else throws a sentence. */
export function mergeSettings(settings: Settings, changes: Record<string, unknown>): Settings {
  const merged = { ...settings }
  for (const [name, value] of Object.entries(changes)) {
    const known = names.find((one) => one === name)
    if (!known) throw new Error(`There is no setting ${name}.`)
    if (typeof value !== 'number' || !(value >= 0)) throw new Error(`${name} must be a number from 0 up.`)
    merged[known] = value
  }
  return merged
}

/** SANDBOX_QUOTA_LIMIT=3 and the like. */
export function settingsFromEnv(env: Record<string, string | undefined>): Partial<Settings> {
  const given = names.flatMap((name) => {
    const text = env[`SANDBOX_${name.toUpperCase()}`]
    return text ? [[name, Number(text)] as const] : []
  })
  return Object.fromEntries(given)
}
