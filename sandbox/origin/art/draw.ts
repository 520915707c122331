import type { Metadata } from '../../world/behaviour.ts'
import type { Art } from '../../world/model.ts'
import { randomOf } from '../../world/random.ts'
import { themes } from '../../world/traits.ts'
import { palettes, plain } from './palette.ts'
import { drawIsle, drawRelic } from './relic.ts'
import { drawWarden } from './warden.ts'

/** The picture of a token, from its traits alone. */
export function drawToken(art: Art, id: string, metadata: Metadata): string {
  const kind = String(metadata[themes[art].named] ?? '')
  const palette = palettes[kind] ?? plain
  const turn = randomOf('art', art, id)()
  const figure = {
    wardens: () => drawWarden(palette, String(metadata.Helm ?? ''), turn),
    relics: () => drawRelic(palette, kind, turn),
    isles: () => drawIsle(palette, turn),
  }[art]()
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120"><rect width="120" height="120" fill="${palette.ground}"/>${figure}</svg>`
}
