import { Agent, get } from 'node:http'
import type { LoadAnswer, LoadOrder, Question } from './load-process.ts'

const agent = new Agent({ keepAlive: true })
let asked = 0

/** What axios, and so the SDK, sends of its own. */
const usual = {
  accept: 'application/json, text/plain, */*',
  'accept-encoding': 'gzip, compress, deflate, br',
}

/** How long one request took, to the last byte of its answer. */
function ask({ url, headers, isDistinct }: Question): Promise<number> {
  const distinct = isDistinct ? `${url.includes('?') ? '&' : '?'}n=${process.pid}.${++asked}` : ''
  return new Promise((resolve, reject) => {
    const start = performance.now()
    get(url + distinct, { agent, headers: { ...usual, ...headers } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`))
      response.on('error', reject)
      response.on('end', () => resolve(performance.now() - start))
      response.resume()
    }).on('error', reject)
  })
}

async function inTurn(questions: Question[]): Promise<number[]> {
  const took: number[] = []
  for (const question of questions) took.push(await ask(question))
  return took
}

async function perSecond(question: Question, inFlight: number, ms: number): Promise<number> {
  const start = performance.now()
  let answers = 0
  const client = async () => {
    while (performance.now() - start < ms) {
      await ask(question)
      answers++
    }
  }
  await Promise.all(Array.from({ length: inFlight }, client))
  return (answers / (performance.now() - start)) * 1000
}

process.on('message', async (order: LoadOrder) => {
  const answer: LoadAnswer = await (order.kind === 'in turn'
    ? inTurn(order.questions)
    : perSecond(order.question, order.inFlight, order.ms).then((rate) => [rate])
  ).then(
    (figures) => ({ figures }),
    (error) => ({ error: String(error) }),
  )
  process.send?.(answer)
})
