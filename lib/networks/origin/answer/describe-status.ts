import type { FaultText } from '../describe-fault.ts'
import type { FaultKind } from '../finding.ts'
import { statusText } from './status-text.ts'

/** What an answer with a status other than 200 means and what to do, by status class and by who answered. */
export function describeStatus(status: number, fault: FaultKind | null): FaultText {
  const answered = `answered ${statusText(status)}`
  if (fault === 'bot_check') return { title: `A bot protection page ${answered}`, ...botCheck }
  if (fault === 'html') return { title: `A web page ${answered}`, ...webPage }
  if (fault === 'xml') return { title: `An object store ${answered}`, ...objectStore }
  if (status >= 300 && status < 400)
    return { title: `Your metadata API redirects: ${statusText(status)}`, ...redirect }
  if (status === 429)
    return { title: `Your metadata API is rate limiting: ${statusText(status)}`, ...slowDown }
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
  what: 'Your metadata API redirects to another URL, and Immutable does not follow redirects.',
  advice:
    'Open the URL and see where it leads. Make it answer 200 itself, or change the collection’s metadata API URL. Common differences are a trailing slash, http instead of https, and a different host name.',
}

const missing = {
  what: 'Your metadata API answered, but has nothing at this URL. Immutable does not retry.',
  advice:
    'Check that the metadata of these tokens is published at exactly this URL. Then retry these tokens.',
}

const refused = {
  what: 'Your metadata API, or a server in front of it, denies Immutable access to this URL. Immutable sends no key and no cookie.',
  advice: 'Make the URL public, then retry these tokens.',
}

const botCheck = {
  what: 'Something in front of your metadata API answered with a page that checks for a real browser. Immutable is a program and can’t pass that check.',
  advice:
    'In your bot protection or firewall, allow the metadata path for everyone, or allow Immutable’s IP address or user agent. Then retry these tokens.',
}

const webPage = {
  what: 'The answer was a web page instead of metadata. This often comes from a firewall or bot protection in front of your API, or from a maintenance page.',
  advice:
    'Open a token below and read the page. Allow Immutable’s IP address or user agent, or end the maintenance. Then retry these tokens.',
}

const objectStore = {
  what: 'An object store denied access to the file. Many stores also answer this for files that don’t exist.',
  advice: 'Check that a file with exactly this name exists and is public. Then retry these tokens.',
}

const slowDown = {
  what: 'Your metadata API refused because too many requests came at once. Immutable retried twice and was refused each time.',
  advice:
    'Raise the rate limit for the metadata path, or serve it from a cache. Then retry these tokens, fewer at a time if necessary.',
}

const gateway = {
  what: 'A proxy or load balancer answered because it could not reach your metadata API in time.',
  advice:
    'Check that your metadata API is running and can handle many requests at once. Then retry these tokens.',
}

const unavailable = {
  what: 'Your metadata API was unavailable. Immutable retried twice and got the same answer.',
  advice:
    'Check for maintenance, a restart or too much load, and wait until the URL answers 200. Then retry these tokens.',
}

const serverError = {
  what: 'Your metadata API failed while handling the request. Immutable does not retry.',
  advice:
    'Check your metadata API’s log at the time of the failure. When the URL answers 200, retry these tokens.',
}

const badRequest = {
  what: 'Your metadata API rejected the request. Immutable sends a plain GET to the metadata API URL, followed by a slash and the token id.',
  advice:
    'Check the collection’s metadata API URL, and that your API answers such a request without extra headers. Then retry these tokens.',
}

const unusual = {
  what: 'Your metadata API answered with a status other than 200 OK, the only one that Immutable accepts.',
  advice: 'Make the URL answer 200 with the metadata in the body, then retry these tokens.',
}
