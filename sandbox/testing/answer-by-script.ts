import { toAsked } from './asked.ts'
import { distort } from './distort.ts'
import type { Answer, Recorded } from './forward.ts'
import type { Failure } from './led-crawler.ts'
import type { Pass, Rule } from './recorder.ts'
import type { Script } from './script.ts'

type Network = Script & {
  clock: { now: () => Date }
  failures: ReadonlyMap<string, Failure>
  readonly quota: object | null
}

/** Answers as this network's script says, and lets the sandbox answer the rest. */
export function answerByScript(network: Network): Rule {
  const say = (status: number, body: unknown, headers: Record<string, string> = {}): Answer => ({
    status,
    headers: { 'content-type': 'application/json', date: network.clock.now().toUTCString(), ...headers },
    body: JSON.stringify(body),
  })

  const submit = async (pass: Pass): Promise<Answer | null> => {
    network.submissions += 1
    const scripted = network.script.shift() ?? 'accept'
    if (typeof scripted === 'object') return say(scripted.status, scripted.body ?? {}, scripted.headers)
    if (scripted === 'drop') return null
    const answer = await pass()
    if (answer.status !== 202) {
      if (scripted === 'accept') return answer
      throw new Error(`The sandbox did not take it: ${answer.body}`)
    }
    await network.afterTaking()
    if (scripted === 'accept_and_drop') return null
    return network.quota ? answer : withoutLimits(answer)
  }

  const read = async ({ target }: Recorded, pass: Pass): Promise<Answer> => {
    const asked = toAsked(target)
    if (asked.id) network.looks += 1
    else network.listings += 1
    if (network.readStatus !== null) return say(network.readStatus, { code: 'refused', message: 'No.' })
    const instead = network.instead(asked)
    if (instead) return say(instead.status ?? 200, instead.body)
    const odd = network.odd.get(asked.id ?? '')?.httpStatus
    if (odd) return say(odd, { code: 'odd', message: 'Odd.' })
    const answer = distort(network, asked, await pass(withPagesOf(network.pageSize, target)))
    if (asked.what !== 'other') await network.afterReading(asked.id ? 'refresh' : 'list')
    return answer
  }

  return (request, pass) => {
    if (request.method === 'POST') return submit(pass)
    if (!request.target.startsWith('/imx/v1/collections/')) return read(request, pass)
    return network.isUnreachable ? say(500, {}) : pass()
  }
}

const withoutLimits = ({ headers, ...answer }: Answer): Answer => ({
  ...answer,
  headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !/^x-imx-.*refresh/.test(name))),
})

function withPagesOf(size: number, target: string): string {
  if (!Number.isFinite(size)) return target
  const url = new URL(target, 'http://network')
  url.searchParams.set('page_size', String(size))
  return `${url.pathname}${url.search}`
}
