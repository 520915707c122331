import { plural } from '../../../lib/format/count.ts'
import { signatureLife } from '../../ui/text/signature-text.ts'

type Fact = { title: string; words: string }

export function describeLimits(networkName: string, batchSize: number, hourly: number | null): Fact[] {
  return [
    {
      title: `Up to ${plural(batchSize, 'token')} per request`,
      words: 'The desk cuts longer refreshes into batches of that size and sends them one after the other.',
    },
    {
      title:
        hourly === null
          ? 'A number of requests per hour, counted per project'
          : `${plural(hourly, 'request')} per hour, counted per project`,
      words:
        'All collections of a project share them, and so does your team. The desk goes by what the network itself reports, waits when nothing is left, and goes on after the reset.',
    },
    {
      title: 'May take up to 48 hours',
      words: `${networkName} works through a request at its own pace. Most finish in minutes.`,
    },
    {
      title: 'Cannot be stopped',
      words: 'A request that is sent runs to its end. There is no way to take it back.',
    },
    {
      title: 'Only the owner of the project can ask',
      words: `The owner signs the time as a number. That signature serves every request of your team while it is kept. ${signatureLife}`,
    },
  ]
}

export const originRules: Fact[] = [
  {
    title: 'Answers with 200 within 3 seconds',
    words: 'Anything slower counts as no answer. Several tokens are asked for at once, so test under load.',
  },
  {
    title: 'Sends JSON as application/json',
    words: 'The header Content-Type must say so, and the body must be one JSON object.',
  },
  {
    title: 'Is reached over https',
    words: 'With a certificate that is valid today, and without a redirect.',
  },
  {
    title: 'Is asked again only after 429 and 503',
    words: 'Twice, after growing pauses. With any other status the token fails at once.',
  },
]

export const refreshStatuses: Fact[] = [
  { title: 'queued', words: 'The request is accepted and no token was looked at yet.' },
  { title: 'in_progress', words: 'At least one token was processed.' },
  {
    title: 'completed',
    words:
      'Every token was processed. This says nothing about success: a completed request can have failed for all of its tokens.',
  },
]
