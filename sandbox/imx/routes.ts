import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { faultsFor } from '../control/apply-faults.ts'
import type { Sandbox } from '../sandbox.ts'
import { ApiError, badRequest } from './api-error.ts'
import { getAsset, listAssets } from './assets.ts'
import { authenticate } from './auth.ts'
import { listCollections, listFilters, listSchema, requireCollection } from './collections.ts'
import { Params } from './params.ts'
import { createRefresh, getRefresh, listErrors, listRefreshes } from './refreshes.ts'
import { showCollection } from './show-asset.ts'

/** A thousand of the longest ids fit many times over. */
const tooLarge = bodyLimit({
  maxSize: 1_048_576,
  onError: () => {
    throw new ApiError(413, 'payload_too_large', 'The body is too large')
  },
})

const json = async (c: Context) =>
  c.req.json().catch(() => {
    throw badRequest('The body is not JSON')
  })

/** The Immutable X API by the documented facts. */
export function imxRoutes(sandbox: Sandbox): Hono {
  const { world } = sandbox
  const app = new Hono()
  const params = (c: Context) => new Params(c.req.url)
  const signer = (c: Context) => authenticate(c.req.raw.headers, sandbox.settings, sandbox.clock.now())
  const at = (operation: Parameters<typeof faultsFor>[1]) => faultsFor(sandbox, operation)

  app.use(async (c, next) => {
    c.header('date', new Date(sandbox.clock.now()).toUTCString())
    await next()
  })
  app.get('/v1/assets', at('assets'), (c) => c.json(listAssets(world, params(c))))
  app.get('/v1/assets/:address/:id', at('asset'), (c) =>
    c.json(
      getAsset(world, c.req.param('address'), c.req.param('id'), params(c).bool('include_fees') ?? false),
    ),
  )
  app.get('/v1/collections', at('collections'), (c) => c.json(listCollections(world, params(c))))
  app.get('/v1/collections/:address', at('collection'), (c) =>
    c.json(showCollection(requireCollection(world, c.req.param('address')), world.originUrl)),
  )
  app.get('/v1/collections/:address/filters', at('filters'), (c) =>
    c.json(listFilters(requireCollection(world, c.req.param('address')))),
  )
  app.get('/v1/collections/:address/metadata-schema', at('schema'), (c) =>
    c.json(listSchema(requireCollection(world, c.req.param('address')))),
  )
  app.post('/v1/metadata-refreshes', tooLarge, at('create'), async (c) => {
    const isAnswered = !c.get('isDroppedAfter' as never)
    const accepted = createRefresh(sandbox, await signer(c), await json(c), isAnswered)
    return c.json(accepted.body, 202, accepted.headers)
  })
  app.get('/v1/metadata-refreshes', at('list'), async (c) =>
    c.json(listRefreshes(sandbox, await signer(c), params(c))),
  )
  app.get('/v1/metadata-refreshes/:id', at('status'), async (c) =>
    c.json(getRefresh(sandbox, await signer(c), c.req.param('id'))),
  )
  app.get('/v1/metadata-refreshes/:id/errors', at('errors'), async (c) =>
    c.json(listErrors(sandbox, await signer(c), c.req.param('id'), params(c))),
  )

  const known = [
    /^\/v1\/assets(\/[^/]+\/[^/]+)?$/,
    /^\/v1\/collections(\/[^/]+(\/(filters|metadata-schema))?)?$/,
    /^\/v1\/metadata-refreshes(\/[^/]+(\/errors)?)?$/,
  ]
  app.all('*', (c) => {
    const path = new URL(c.req.url).pathname.replace(/^\/imx/, '')
    if (known.some((route) => route.test(path)))
      throw new ApiError(405, 'method_not_allowed', 'Method not allowed')
    throw new ApiError(404, 'resource_not_found_code', `No route ${path}`)
  })
  app.onError((error, c) => {
    if (!(error instanceof ApiError)) {
      console.error(error)
      return c.json({ code: 'internal_server_error', message: 'Internal server error' }, 500)
    }
    return c.json({ code: error.code, message: error.message }, error.status, error.headers)
  })
  return app
}
