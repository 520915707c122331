export type RequirementKey = 'present' | 'url' | 'https' | 'public' | 'no_trailing_slash' | 'no_query'

/** One thing the network asks of a collection's metadata API URL, and whether it holds. */
export type Finding = {
  key: RequirementKey
  isMet: boolean
  /** The requirement in words. */
  title: string
  /** What to do about it; null when it is met. */
  advice: string | null
}

type RequirementRules = {
  /** On the local sandbox, plain http to this machine is how it is meant to be. */
  isLocal: boolean
}

/** Checks what can be told from the URL alone. A URL that cannot be read ends the list: nothing else can be said. */
export function checkRequirements(metadataApiUrl: string | null, { isLocal }: RequirementRules): Finding[] {
  const text = metadataApiUrl?.trim() ?? ''
  const present = finding(
    'present',
    text !== '',
    'A metadata API URL is set.',
    'Set metadata_api_url on the collection.',
  )
  if (!present.isMet) return [present]
  const isUrl = URL.canParse(text) && /^https?:\/\//i.test(text)
  const readable = finding(
    'url',
    isUrl,
    'It is a web address.',
    `"${text}" is not a web address. Start it with https://.`,
  )
  if (!isUrl) return [present, readable]
  return [present, readable, ...checkUrl(text, new URL(text), isLocal)]
}

function checkUrl(text: string, url: URL, isLocal: boolean): Finding[] {
  const isHttps = url.protocol === 'https:'
  const isPrivate = isPrivateHost(url.hostname)
  return [
    finding(
      'https',
      isHttps || (isLocal && isPrivate),
      'It uses https.',
      'Serve your metadata over https and change the URL.',
    ),
    finding(
      'public',
      isLocal || !isPrivate,
      'The network can reach its host.',
      `${url.hostname} exists only inside your own network. Use a public host name.`,
    ),
    finding(
      'no_trailing_slash',
      !/\/(?=[?#]|$)/.test(text.replace(/^https?:\/\//i, '')),
      'It has no trailing slash.',
      'Remove the slash. The network adds one before the token id, and a double slash often leads nowhere.',
    ),
    finding(
      'no_query',
      !/[?#]/.test(text),
      'It has no ? or #.',
      'Remove that part. The token id is appended to the end of the URL.',
    ),
  ]
}

function finding(key: RequirementKey, isMet: boolean, title: string, advice: string): Finding {
  return { key, isMet, title, advice: isMet ? null : advice }
}

function isPrivateHost(host: string): boolean {
  if (host === 'localhost' || /\.(localhost|local|internal)$/.test(host) || host.startsWith('[')) {
    return !host.startsWith('[') || /^\[(::1|f[cd]|fe80)/i.test(host)
  }
  return /^(0|10|127)\.|^192\.168\.|^169\.254\.|^172\.(1[6-9]|2\d|3[01])\./.test(host)
}
