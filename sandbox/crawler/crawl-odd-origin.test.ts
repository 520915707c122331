import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { oddKinds, openOddOrigin } from '../testing/odd-origin.ts'
import { newWallet, sign, startTestWorld } from '../testing/world.ts'

/** What the network shows of a token, to the letter. */
async function textOf(world: Awaited<ReturnType<typeof startTestWorld>>, address: string, id: string) {
  return (await fetch(`${world.sandbox.imxUrl}/v1/assets/${address}/${id}`)).text()
}

test('behavior: metadata keeps its digits and its keys through the crawl, the control and a restart', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'sandbox-'))
  const origin = await openOddOrigin()
  const options = { dataDir, origins: [origin.url] }
  let world = await startTestWorld(options)
  onTestFinished(async () => {
    await world.sandbox.stop()
    await origin.close()
    await rm(dataDir, { recursive: true })
  })
  const owner = newWallet()
  const headers = await sign(owner)
  const made = { name: 'Odd', owner: owner.address, tokens: oddKinds.length, metadata_api_url: origin.url }
  const { address } = (await world.control<{ address: string }>('POST', '/collections', made)).body
  const [numbers, keys, packed] = (['large numbers', 'keys of JavaScript', 'gzip'] as const).map(origin.idOf)
  const { body } = await world.submit(headers, address, [numbers, keys, packed])
  expect((await world.settled(body.refresh_id, headers)).summary).toEqual({
    succeeded: 3,
    failed: 0,
    pending: 0,
  })
  const patch = `{"collection_address":"${address}","token_ids":["${keys}"],"patch":{"rank":98765432109876543210}}`
  await fetch(`${world.sandbox.url}/control/metadata`, {
    method: 'POST',
    headers: { authorization: `Bearer ${world.sandbox.controlToken}`, 'content-type': 'application/json' },
    body: patch,
  })
  await world.sandbox.stop()
  world = await startTestWorld(options)
  const shown = await textOf(world, address, numbers ?? '')
  expect(shown).toContain('"seed":12345678901234567890,"ratio":0.12345678901234567891')
  expect(await textOf(world, address, keys ?? '')).toContain(
    '"__proto__":{"isAdmin":true},"constructor":"smith"',
  )
  expect(await textOf(world, address, packed ?? '')).toContain('"name":"Packed"')
  // A filter by a key that only JavaScript knows matches nothing.
  const filter = encodeURIComponent(JSON.stringify({ constructor: ['function Object() { [native code] }'] }))
  const found = await world.get<{ result: unknown[] }>(`/assets?collection=${address}&metadata=${filter}`)
  expect(found.body.result).toEqual([])
})
