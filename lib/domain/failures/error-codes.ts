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
    title: 'No answer from your metadata API',
    what: 'Immutable asked your metadata API for this token and got no answer within 3 seconds, or could not connect at all.',
    advice:
      'Open the address yourself and check how long the whole answer takes, down to its last byte. Look for a firewall, an expired certificate, a slow query, or an answer that is cut off, then retry these tokens.',
    isRetryable: true,
  },
  invalid_response_status_code: {
    title: 'Your metadata API did not answer 200',
    what: 'Your metadata API answered, but with another status than 200 OK. Immutable asks twice more only after 429 and 503; any other status fails the token at once, redirects too.',
    advice:
      'Look at the status: 404 means that nothing is published there, 401 and 403 that Immutable is not let in, 5xx that your API failed. Make the address answer 200, then retry these tokens.',
    isRetryable: true,
  },
  unable_to_decode_response: {
    title: 'The answer is not readable metadata',
    what: 'Your metadata API answered 200, but the body is not a JSON object, or it was not sent as application/json.',
    advice:
      'Look at the body of the answer. Send one JSON object with the header Content-Type: application/json, then retry these tokens.',
    isRetryable: true,
  },
  token_not_found: {
    title: 'Immutable does not know this token',
    what: 'No token with this id exists in this collection on this network.',
    advice: 'Check the id and the collection. A retry cannot help until the token is minted.',
    isRetryable: false,
  },
} as const satisfies Record<string, ErrorCodeText>

/** Codes that this desk gives by itself, where the network names none for a token. */
const deskCodes: Record<string, ErrorCodeText> = {
  not_accepted: {
    title: 'The request was not accepted',
    what: 'The network did not accept the request that carried this token, so nothing was fetched.',
    advice: 'Read the reason beside the batch. Once it is mended, retry these tokens.',
    isRetryable: true,
  },
}

/** Plain words for any error code, known or not: networks may add codes at any time. */
export function describeErrorCode(code: string): ErrorCodeText {
  const known: Record<string, ErrorCodeText> = errorCodes
  return (
    (Object.hasOwn(known, code) ? known[code] : undefined) ??
    (Object.hasOwn(deskCodes, code) ? deskCodes[code] : undefined) ?? {
      title: 'A reason this desk does not know',
      what: 'The network gave an error code that is not in its documentation.',
      advice: 'Look at the status and the body of a single token, then retry if the cause is gone.',
      isRetryable: true,
    }
  )
}
