import { expect, test } from 'vitest'
import { readScriptTarget } from './script-target.ts'

test.each(['', '/', '/v1/assets?&&a=%zz&nxtPx=1#b', '//v1\\..//assets/', '%2f..\\v1@evil', '?a=\n'])(
  'default: what follows the network is kept as it came: %j',
  (target) => {
    expect(readScriptTarget(`/api/imx${target}`)).toEqual({ slug: 'imx', target })
    expect(readScriptTarget(`/api/imx-sandbox${target}`)).toEqual({ slug: 'imx-sandbox', target })
  },
)

test.each([
  '/',
  '/api/imxx/v1',
  '/api/imx_/v1',
  '/api/imx-none/v1',
  '/api/%69mx/v1/assets',
  '/imx/0xa',
  '//api/imx/v1',
  'http://desk/api/imx/v1',
])('error: %s is of no network', (url) => expect(readScriptTarget(url)).toBe(null))
