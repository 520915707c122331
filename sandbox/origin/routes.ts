import { type Context, Hono } from 'hono'
import type { Sandbox } from '../sandbox.ts'
import type { Token } from '../world/token.ts'
import { drawToken } from './art/draw.ts'

const hungUp = ({ signal }: Request) =>
  new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
const imageHeaders = {
  'content-type': 'image/svg+xml',
  'cache-control': 'public, max-age=60',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'cross-origin-resource-policy': 'cross-origin',
}

/** A studio's metadata API and its images; some tokens misbehave, each in its own way. */
export function originRoutes(sandbox: Sandbox): Hono {
  const app = new Hono()
  const flakyHits = new Map<string, number>()

  app.get('/:slug/:file{.+\\.svg}', (c) => {
    const collection = sandbox.world.findBySlug(c.req.param('slug'))
    const id = c.req.param('file').slice(0, -'.svg'.length)
    const token = collection?.tokens.get(id === 'cover' ? '1' : id)
    if (!collection || !token) return c.text('404 page not found\n', 404)
    return c.body(drawToken(collection.art, token.id, token.served), 200, imageHeaders)
  })
  app.get('/:slug/:id', async (c) => {
    const token = sandbox.world.findBySlug(c.req.param('slug'))?.tokens.get(c.req.param('id'))
    if (!token) return c.text('404 page not found\n', 404)
    if (token.behaviour === 'slow') await hungUp(c.req.raw)
    if (token.behaviour === 'flaky') {
      const hits = (flakyHits.get(c.req.path) ?? 0) + 1
      flakyHits.set(c.req.path, hits)
      if (hits % 2 === 1) return c.json({ error: 'warming up' }, 503)
    }
    return serve(c, token)
  })
  return app
}

function serve(c: Context, token: Token): Response {
  switch (token.behaviour) {
    case 'not_found':
      return c.json(
        {
          error: 'not_found',
          message: `${token.id} is still sealed`,
          hint: 'the reveal has no row for this id',
        },
        404,
      )
    case 'server_error':
      return c.json({ error: 'internal', message: 'the database did not answer' }, 500)
    case 'html':
      return c.html(
        '<!doctype html><html><head><title>Maintenance</title></head><body><h1>We will be back soon</h1></body></html>',
      )
    case 'invalid_json':
      return c.body(`{"name": "${String(token.served.name)}", "Level": `, 200, {
        'content-type': 'application/json',
      })
    default:
      return c.json(token.served)
  }
}
