import type { Palette } from './palette.ts'

const things: Record<string, (p: Palette) => string> = {
  Shield: (p) =>
    `<path d="M60 18l32 10v28c0 22-14 36-32 46-18-10-32-24-32-46V28z" fill="${p.metal}"/><path d="M60 18l32 10v28c0 22-14 36-32 46z" fill="${p.shade}"/><path d="M60 36l6 14 15 1-12 10 4 15-13-8-13 8 4-15-12-10 15-1z" fill="${p.glow}"/>`,
  Key: (p) =>
    `<circle cx="46" cy="38" r="18" fill="none" stroke="${p.metal}" stroke-width="9"/><path d="M56 52l32 44-7 5-6-8-7 5-5-7 7-5-21-28z" fill="${p.shade}"/>`,
  Gem: (p) =>
    `<path d="M36 32h48l16 22-40 46-40-46z" fill="${p.metal}"/><path d="M60 32h24l16 22-40 46z" fill="${p.shade}"/><path d="M36 32l24 22 24-22M20 54h80" stroke="${p.glow}" stroke-width="2" fill="none" opacity=".7"/>`,
  Book: (p) =>
    `<rect x="32" y="22" width="56" height="76" rx="4" fill="${p.metal}"/><rect x="32" y="22" width="10" height="76" fill="${p.shade}"/><path d="M64 44l4 12 12 4-12 4-4 12-4-12-12-4 12-4z" fill="${p.glow}"/>`,
  Blade: (p) =>
    `<g transform="rotate(38 60 60)"><path d="M54 14l6-8 6 8v58H54z" fill="${p.metal}"/><path d="M60 6l6 8v58h-6z" fill="${p.shade}"/><rect x="42" y="72" width="36" height="7" rx="3" fill="${p.glow}"/><rect x="56" y="79" width="8" height="24" rx="3" fill="${p.near}"/></g>`,
  Potion: (p) =>
    `<path d="M52 20h16v22l18 36c6 12-2 24-14 24H48c-12 0-20-12-14-24l18-36z" fill="${p.metal}" opacity=".6"/><path d="M40 70h40l6 10c6 12-2 22-14 22H48c-12 0-20-10-14-22z" fill="${p.shade}"/><rect x="48" y="14" width="24" height="10" rx="3" fill="${p.near}"/>`,
}

export function drawRelic(p: Palette, kind: string, turn: number): string {
  const rays = Array.from(
    { length: 8 },
    (_, n) =>
      `<path d="M60 60L46-20h28z" fill="${p.far}" opacity=".45" transform="rotate(${n * 45} 60 60)"/>`,
  ).join('')
  const disc = `<circle cx="60" cy="60" r="46" fill="${p.far}" opacity=".7"/>`
  return `${turn > 0.6 ? rays : disc}${things[kind]?.(p) ?? ''}`
}

export function drawIsle(p: Palette, turn: number): string {
  const tree = (x: number, y: number) => `<path d="M${x} ${y - 22}l9 22h-18z" fill="${p.shade}"/>`
  return `<circle cx="${30 + turn * 60}" cy="30" r="10" fill="${p.glow}"/><path d="M60 104L18 70h84z" fill="${p.near}"/><path d="M60 84L18 70l42-16 42 16z" fill="${p.metal}"/>${tree(44, 70)}${tree(60, 66)}${tree(76 - turn * 8, 72)}`
}
