import { plural } from '../../format/count.ts'
import type { FamilyWords } from '../provider/words.ts'
import { assetStatuses, VENDOR } from './asset-words.ts'

const LONGEST = '48 hours'

export const imxWords: FamilyWords = {
  vendor: VENDOR,
  longestRequest: LONGEST,
  limits: ({ networkName, batchSize, hourly }) => [
    {
      title: `Up to ${plural(batchSize, 'token')} per request`,
      words: 'The desk splits larger refreshes into batches of that size and sends them one after another.',
    },
    {
      title:
        hourly === null
          ? 'A limited number of requests per hour and project'
          : `${plural(hourly, 'request')} per hour and project`,
      words:
        'All collections of a project share them, and so does your team. The desk follows what the network reports, waits when none are left, and continues after the reset.',
    },
    {
      title: `May take up to ${LONGEST}`,
      words: `${networkName} decides how fast it processes a request. Most finish within minutes.`,
    },
    {
      title: 'Cannot be stopped',
      words: 'A request that has been sent runs to the end. It can’t be taken back.',
    },
  ],
  originRules: [
    {
      title: 'Answers with 200 within 3 seconds',
      words: 'Anything slower counts as no answer. Several tokens are requested at once, so test under load.',
    },
    {
      title: 'Sends JSON as application/json',
      words: 'The Content-Type header must say so, and the body must be a single JSON object.',
    },
    { title: 'Is reached over https', words: 'With a valid certificate and without redirects.' },
    {
      title: 'Is retried only after 429 and 503',
      words: 'Immutable retries twice, with growing pauses. Any other status fails the token at once.',
    },
  ],
  requestStatuses: [
    { title: 'queued', words: 'The request was accepted, and no token has been processed yet.' },
    { title: 'in_progress', words: 'At least one token has been processed.' },
    {
      title: 'completed',
      words:
        'Every token has been processed. This doesn’t mean success: all tokens of a completed request can have failed.',
    },
  ],
  assetStatuses,
  errorCodes: 'Immutable’s four error codes, and what to do about each.',
  scripts: 'Refreshes made by scripts with Immutable’s SDK.',
  signature: 'Immutable ties the signature to your wallet, not to one request.',
  contractOwner:
    'Immutable X accepts only signatures from regular wallets. Move the project to a regular wallet, or ask Immutable.',
}
