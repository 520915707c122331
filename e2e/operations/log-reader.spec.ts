import { expect, test } from '@playwright/test'
import { startScriptDesk } from '../fixtures/script/script-desk.ts'

const SILENT = 'http://127.0.0.1:9'
const COLLECTION = '0x00000000000000000000000000000000000000aa'

test('a desk whose output nobody reads any more serves on, and stops when it is told', async ({
  request,
}) => {
  const { desk } = await startScriptDesk(request, SILENT)
  try {
    desk.stopReading()
    for (let asked = 0; asked < 20; asked++) {
      // A network that does not answer is a line of the log.
      const answer = await request.get(`${desk.url}/api/collections/imx/${COLLECTION}`)
      expect(answer.status()).toBe(503)
      expect((await request.get(`${desk.url}/healthz`)).status()).toBe(200)
    }
    expect(await desk.end()).toBe(143)
  } finally {
    await desk.remove()
  }
})
