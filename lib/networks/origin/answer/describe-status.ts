import type { FaultText } from '../describe-fault.ts'
import type { FaultKind } from '../finding.ts'
import { statusText } from './status-text.ts'

/** What an answer with another status than 200 means and what to do, by class of status and by who answered. */
export function describeStatus(status: number, fault: FaultKind | null): FaultText {
  const answered = `answered ${statusText(status)}`
  if (fault === 'bot_check') return { title: `A bot protection page ${answered}`, ...botCheck }
  if (fault === 'html') return { title: `A web page ${answered}`, ...webPage }
  if (fault === 'xml') return { title: `An object store ${answered}`, ...objectStore }
  if (status >= 300 && status < 400)
    return { title: `Your metadata API redirects: ${statusText(status)}`, ...redirect }
  if (status === 429)
    return { title: `Your metadata API asked to slow down: ${statusText(status)}`, ...slowDown }
  return { title: `Your metadata API ${answered}`, ...classOf(status) }
}

function classOf(status: number): Omit<FaultText, 'title'> {
  if (status === 404 || status === 410) return missing
  if (status === 401 || status === 403) return refused
  if (status === 502 || status === 504) return gateway
  if (status === 503) return unavailable
  if (status >= 500) return serverError
  if (status >= 400) return badRequest
  return unusual
}

const redirect = {
  what: 'Your metadata API redirects to another address, and Immutable does not follow redirects.',
  advice:
    'Open the address and see where it leads. Make it answer 200 itself, or change the metadata API URL of the collection. Common differences are a slash at the end, http instead of https, and another host name.',
}

const missing = {
  what: 'Your metadata API answered, but has nothing at this address. Immutable does not ask again.',
  advice:
    'Check that the metadata of these tokens is published under exactly this address. Then retry these tokens.',
}

const refused = {
  what: 'Your metadata API, or a server in front of it, does not let Immutable read this address. Immutable sends no key and no cookie.',
  advice: 'Make the address readable without signing in, then retry these tokens.',
}

const botCheck = {
  what: 'Something in front of your metadata API answered with a page that asks for a real browser. Immutable is a program and cannot pass it.',
  advice:
    'In your bot protection or firewall, let the metadata path pass for everybody, or allow the address or user agent that Immutable asks with. Then retry these tokens.',
}

const webPage = {
  what: 'A web page came in place of metadata. A firewall or a bot protection in front of your API often answers like this, and so does a maintenance page.',
  advice:
    'Open a token below and read the page. Allow the address or user agent that Immutable asks with, or end the maintenance. Then retry these tokens.',
}

const objectStore = {
  what: 'An object store refused to hand out the file. Many stores say so for files that do not exist, too.',
  advice: 'Check that the file exists under exactly this name and that everybody may read it. Then retry.',
}

const slowDown = {
  what: 'Your metadata API refused because too many requests came at once. Immutable asked twice more and was refused each time.',
  advice:
    'Raise the rate limit for the metadata path, or serve it from a cache. Then retry these tokens, fewer at a time if need be.',
}

const gateway = {
  what: 'A proxy or load balancer answered in place of your metadata API, which it could not reach in time.',
  advice:
    'Check that your metadata API runs, and whether it keeps up when many tokens are asked for at once. Then retry these tokens.',
}

const unavailable = {
  what: 'Your metadata API was not available. Immutable asked twice more and got the same answer.',
  advice:
    'Check for maintenance, a restart or too much load, and wait until the address answers 200. Then retry these tokens.',
}

const serverError = {
  what: 'Your metadata API failed while it made the answer. Immutable does not ask again.',
  advice:
    'Look into the log of your metadata API at the time of the failure. When the address answers 200, retry these tokens.',
}

const badRequest = {
  what: 'Your metadata API did not take the request. Immutable sends a plain GET for the metadata API URL, a slash and the token id.',
  advice:
    'Check the metadata API URL of the collection, and that your API answers such a request without further headers. Then retry these tokens.',
}

const unusual = {
  what: 'Your metadata API answered with another status than 200 OK, the only one that Immutable takes.',
  advice: 'Make the address answer 200 with the metadata in the body, then retry these tokens.',
}
