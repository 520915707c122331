import { Hono } from 'hono'
import { ApiError, badRequest, notFound } from '../imx/api-error.ts'
import type { Sandbox } from '../sandbox.ts'
import { parseExact } from '../world/exact-json.ts'
import { addressOf } from '../world/random.ts'
import { guardControl } from './guard.ts'

/** Loaded with the first body: at rest a demo needs no checks, and with zod they take 8 MB. */
const bodies = () => import('./bodies.ts')

/** The back door for tests and demos. */
export function controlRoutes(sandbox: Sandbox, token: string): Hono {
  const app = new Hono()
  app.use('*', guardControl(token))
  app.onError((error, c) => {
    if (error instanceof ApiError) return c.json({ code: error.code, message: error.message }, error.status)
    return c.json({ code: 'bad_request', message: error.message }, 400)
  })
  const find = (address: string) => {
    const collection = sandbox.world.findCollection(address)
    if (!collection) throw notFound(`Collection with address ${address} not found`)
    return collection
  }

  app.get('/state', (c) => c.json(sandbox.describe()))
  app.get('/record', (c) => c.json(sandbox.record()))
  app.post('/settings', async (c) => {
    sandbox.change(await c.req.json())
    return c.json(sandbox.settings)
  })
  app.post('/quota', async (c) => {
    const { project_id, remaining } = (await bodies()).Quota.parse(await c.req.json())
    sandbox.quotas.setRemaining(project_id, remaining, sandbox.settings, sandbox.clock.now())
    return c.json({ project_id, remaining })
  })
  app.post('/faults', async (c) => {
    const { status, delay_ms, times, ...fault } = (await bodies()).Fault.parse(await c.req.json())
    sandbox.faults.add({
      ...fault,
      ...(status && { status }),
      ...(delay_ms !== undefined && { delay_ms }),
      ...(times && { times }),
    })
    return c.json({ ok: true })
  })
  app.delete('/faults', (c) => {
    sandbox.faults.clear()
    return c.json({ ok: true })
  })
  app.post('/collections', async (c) => {
    const {
      project_id,
      address: given,
      metadata_api_url: metadataApiUrl,
      ...plan
    } = (await bodies()).NewCollection.parse(await c.req.json())
    const address = (
      given ?? addressOf('made', String(sandbox.world.collections.size), plan.name, plan.owner)
    ).toLowerCase()
    if (sandbox.world.findCollection(address)) throw badRequest(`${address} exists`)
    const projectId = project_id ?? 2_000 + sandbox.world.collections.size
    const full = {
      ...plan,
      address,
      slug: address,
      description: '',
      projectId,
      ...(metadataApiUrl && { metadataApiUrl }),
    }
    sandbox.happen({ kind: 'collection', plan: full, at: sandbox.clock.now() })
    return c.json({ address, project_id: projectId }, 201)
  })
  app.post('/collections/:address/owner', async (c) => {
    const collection = find(c.req.param('address'))
    const { owner } = (await bodies()).Owner.parse(await c.req.json())
    sandbox.happen({ kind: 'owner', collection: collection.address, owner })
    return c.json({ address: collection.address, owner })
  })
  app.post('/tokens', async (c) => {
    const { collection_address, token_ids, behaviour } = (await bodies()).Tokens.parse(await c.req.json())
    const { address, tokens } = find(collection_address)
    for (const id of token_ids) {
      if (!tokens.has(id)) throw notFound(`Token ${id} not found`)
      sandbox.happen({ kind: 'token', collection: address, id, change: { behaviour } })
    }
    return c.json({ changed: token_ids.length })
  })
  app.post('/metadata', async (c) => {
    const { collection_address, token_ids, patch } = (await bodies()).Edit.parse(
      parseExact(await c.req.text()),
    )
    const { address, tokens } = find(collection_address)
    const ids = token_ids ?? [...tokens.keys()]
    for (const id of ids) {
      const token = tokens.get(id)
      if (!token) throw notFound(`Token ${id} not found`)
      const served = { ...token.served, ...patch }
      sandbox.happen({ kind: 'token', collection: address, id, change: { served } })
    }
    return c.json({ changed: ids.length })
  })
  return app
}
