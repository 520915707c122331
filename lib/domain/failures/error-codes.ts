export type ErrorCodeText = {
  title: string
  /** What happened, in one sentence about the studio's metadata API or the network. */
  what: string
  /** What to do about it. */
  advice: string
  /** False where trying again cannot change the outcome. */
  isRetryable: boolean
}

/** The error codes that Immutable documents for a token of a refresh, in its own spelling. */
export const errorCodes = {
  unable_to_retrieve_metadata: {
    title: 'No answer within 3 seconds',
    what: 'Immutable requested this token from your metadata API and got no answer within 3 seconds, or could not connect at all.',
    advice:
      'Open the URL yourself and check how long the whole answer takes, down to its last byte. Look for a firewall, an expired certificate, a slow query or an answer that is cut off. Then retry these tokens.',
    isRetryable: true,
  },
  invalid_response_status_code: {
    title: 'Your metadata API did not answer 200',
    what: 'Your metadata API answered with a status other than 200 OK. Immutable retries twice, and only after 429 and 503; any other status, including redirects, fails the token at once.',
    advice:
      'Check the status: 404 means that nothing is published there, 401 and 403 that Immutable is denied access, 5xx that your API failed. Make the URL answer 200, then retry these tokens.',
    isRetryable: true,
  },
  unable_to_decode_response: {
    title: 'The answer is not readable metadata',
    what: 'Your metadata API answered 200, but the body is not a JSON object, or it was not sent as application/json.',
    advice:
      'Check the body of the answer. Send one JSON object with the header Content-Type: application/json, then retry these tokens.',
    isRetryable: true,
  },
  token_not_found: {
    title: 'Immutable does not know this token',
    what: 'No token with this id exists in this collection on this network.',
    advice: 'Check the id and the collection. A retry cannot help until the token is minted.',
    isRetryable: false,
  },
} as const satisfies Record<string, ErrorCodeText>

/** Our own codes, for tokens for which the network gives none. */
const deskCodes: Record<string, ErrorCodeText> = {
  not_accepted: {
    title: 'The request was not accepted',
    what: 'The network didn’t accept the request with this token, so the token was not refreshed.',
    advice: 'Read the reason under the batch. Once it is fixed, retry these tokens.',
    isRetryable: true,
  },
}

/** Plain words for any error code, known or not: networks may add codes at any time. */
export function describeErrorCode(code: string): ErrorCodeText {
  const known: Record<string, ErrorCodeText> = errorCodes
  return (
    (Object.hasOwn(known, code) ? known[code] : undefined) ??
    (Object.hasOwn(deskCodes, code) ? deskCodes[code] : undefined) ?? {
      title: 'Unknown error code',
      what: 'The network returned an error code that is not in its documentation.',
      advice: 'Check the status and body of a single token. Retry once the cause is fixed.',
      isRetryable: true,
    }
  )
}
