import type { Palette } from './palette.ts'

type Part = (p: Palette) => string

const bust: Part = (p) =>
  `<path d="M18 120c0-24 12-34 30-37h24c18 3 30 13 30 37z" fill="${p.near}"/><path d="M60 83h12c18 3 30 13 30 37H60z" fill="#000" opacity=".14"/>`
const eyes = (p: Palette, y: number) =>
  `<rect x="47" y="${y}" width="9" height="4" rx="2" fill="${p.glow}"/><rect x="64" y="${y}" width="9" height="4" rx="2" fill="${p.glow}"/>`
const shell = (p: Palette, d: string) =>
  `<path d="${d}" fill="${p.metal}"/><svg x="60" width="60" height="120" viewBox="60 0 60 120"><path d="${d}" fill="${p.shade}"/></svg>`

const helms: Record<string, Part> = {
  Barbute: (p) =>
    `${shell(p, 'M38 90V52c0-16 10-26 22-26s22 10 22 26v38l-22 8z')}<path d="M42 56h36v9h-6l-6 10v14H54V75l-6-10h-6z" fill="#14171d"/>${eyes(p, 58)}`,
  Corinthian: (p) =>
    `<path d="M60 10c22 2 28 22 26 40-4-16-12-24-26-26z" fill="${p.glow}"/>${shell(p, 'M38 92V54c0-18 10-28 22-28s22 10 22 28v38l-14 4V76H52v20z')}<path d="M44 58h32v8H64v16h-8V66H44z" fill="#14171d"/>${eyes(p, 60)}`,
  'Great helm': (p) =>
    `${shell(p, 'M38 34c14-8 30-8 44 0v56c-14 10-30 10-44 0z')}<rect x="40" y="54" width="40" height="8" fill="#14171d"/>${eyes(p, 56)}${[0, 1, 2].map((n) => `<circle cx="${50 + n * 10}" cy="${74 + (n % 2) * 6}" r="2" fill="#14171d"/>`).join('')}`,
  Hood: (p) =>
    `<path d="M30 104C28 60 40 30 60 18c20 12 32 42 30 86-10 8-50 8-60 0z" fill="${p.shade}"/><path d="M42 96c-2-28 6-44 18-52 12 8 20 24 18 52-8 8-28 8-36 0z" fill="#14171d"/>${eyes(p, 62)}`,
  Horned: (p) =>
    `<path d="M38 48C22 46 16 32 18 16c8 14 16 18 26 20zM82 48c16-2 22-16 20-32-8 14-16 18-26 20z" fill="${p.glow}" opacity=".85"/>${shell(p, 'M40 90V50c0-14 8-22 20-22s20 8 20 22v40l-20 8z')}<path d="M44 58h32v9l-8 6v14H52V73l-8-6z" fill="#14171d"/>${eyes(p, 60)}`,
}

/** A bust: the faction gives the colours, the helm the head. */
export function drawWarden(p: Palette, helm: string, turn: number): string {
  const halo =
    turn > 0.75
      ? `<circle cx="60" cy="56" r="44" fill="none" stroke="${p.glow}" stroke-width="2" opacity=".8"/>`
      : ''
  const hills = `<path d="M0 84l30-26 30 26 34-30 26 22v44H0z" fill="${p.far}" opacity=".55"/>`
  const arch = `<path d="M20 120V62a40 40 0 0 1 80 0v58z" fill="${p.far}" opacity=".7"/>`
  const head = helms[helm]?.(p) ?? ''
  return `${turn > 0.4 ? hills : arch}${halo}${bust(p)}${head}`
}
