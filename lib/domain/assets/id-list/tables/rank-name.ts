const certain = new Set(
  'tokenid tokenids tokennumber tokennumbers tokenno nftid nftids nfttokenid identifier tokenidentifier'.split(
    ' ',
  ),
)
const likely = new Set('id ids token tokens'.split(' '))
/** Things that have an id of their own. */
const foreign = new Set(
  'owner owners creator minter user account wallet seller buyer collection contract project order transaction trait attribute'.split(
    ' ',
  ),
)

/** How surely a heading names the token ids: 2 by itself, 1 when its cells agree, 0 not at all. */
export function rankName(name: string): 0 | 1 | 2 {
  const [plain, parent] = name.split('.').reverse().map(lettersOf)
  if (plain === undefined) return 0
  if (certain.has(plain)) return 2
  return likely.has(plain) && !foreign.has(parent ?? '') ? 1 : 0
}

const lettersOf = (part: string) => part.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
