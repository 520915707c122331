import type { Named } from '../../../lib/domain/assets/id-list/numbers/read-part.ts'
import type { Answer, Question } from '../../../lib/domain/assets/id-list/token-id-report.ts'
import { formatCount, plural } from '../../../lib/format/count.ts'
import { shortTokenId } from '../frame/short-token-id.ts'

type Words = { title: string; why: string; options: { answer: Answer; words: string }[] }

/** The question about ambiguous numbers, with the first one as the example. */
export function questionText({ kind, count, canBeApart, places }: Question, unit: string): Words {
  const [first] = places
  const text = first ? shortTokenId(first.text) : ''
  const reading = first ? namedText(first.reading) : ''
  const where = first ? `, the first in ${unit} ${formatCount(first.at)}` : ''
  const out = { answer: 'out' as const, words: count === 1 ? 'Leave it out' : 'Leave them out' }
  if (kind === 'zeros') {
    return {
      title: `Read ${text} as ${reading}?`,
      why: `${plural(count, 'number')} with leading zeros${where}. Token ids have no leading zeros.`,
      options: [{ answer: 'one', words: `Yes, without the zeros: ${reading}` }, out],
    }
  }
  if (kind === 'rounded') {
    return {
      title: `Is ${text} complete?`,
      why: `${plural(count, 'number')} ending in many zeros${where}. Spreadsheets keep 15 digits and replace the rest with zeros.`,
      options: [
        { answer: 'one', words: count === 1 ? 'Yes, use it as it is' : 'Yes, use them as they are' },
        out,
      ],
    }
  }
  const apart = places.find((place) => place.apart !== null)
  return {
    title: `Read ${text} as ${reading}?`,
    why: `${plural(count, 'number')} with separators${where}.`,
    options: [
      { answer: 'one', words: `Yes, as one number: ${reading}` },
      ...(canBeApart
        ? [
            {
              answer: 'apart' as const,
              words: `No, as separate ids: ${apart?.apart?.slice(0, 4).map(namedText).join(', ') ?? ''}`,
            },
          ]
        : []),
      out,
    ],
  }
}

const namedText = (named: Named): string =>
  named.kind === 'id' ? shortTokenId(named.id) : `${shortTokenId(named.first)}-${shortTokenId(named.last)}`
