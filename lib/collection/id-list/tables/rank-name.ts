const certain = new Set(
  'tokenid tokenids tokennumber tokennumbers tokenno nftid nftids nfttokenid identifier tokenidentifier'.split(
    ' ',
  ),
)
const likely = new Set('id ids token tokens'.split(' '))

/** How surely a heading names the token ids: 2 by itself, 1 when its cells agree, 0 not at all. */
export function rankName(name: string): 0 | 1 | 2 {
  const plain = (name.split('.').at(-1) ?? '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  if (certain.has(plain)) return 2
  return likely.has(plain) ? 1 : 0
}
