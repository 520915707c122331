import 'server-only'
import { networkSlugs } from '../../domain/networks/network-slug.ts'

const SCRIPT_URL = new RegExp(`^/api/(${networkSlugs.join('|')})(?![\\w-])(.*)$`, 's')

/** What a script asks which network for: path and query from `/v1` on, byte for byte as they came. */
export type ScriptTarget = { slug: string; target: string }

/** Null for a URL that leads to no network. */
export function readScriptTarget(url: string): ScriptTarget | null {
  const [, slug, target] = SCRIPT_URL.exec(url) ?? []
  return slug === undefined || target === undefined ? null : { slug, target }
}
