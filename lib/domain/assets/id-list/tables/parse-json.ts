import { Tokenizer, TokenParser } from '@streamparser/json'
import { eachLine } from '../each-line.ts'

const PIECE = 8_192

/** Keeps the digits of numbers, which JavaScript would round beyond 2^53. */
class DigitTokenizer extends Tokenizer {
  // The parser hands on whatever this returns; only its type speaks of numbers.
  protected override parseNumber(digits: string): number {
    return digits as unknown as number
  }
}

/** The values of a JSON text, or of several one after the other, with numbers as text; else the line where it breaks off. */
export function* parseJson(text: string): Generator<void, { values: unknown[] } | { brokenAt: number }> {
  const values: unknown[] = []
  let isBroken = false
  const onError = () => {
    isBroken = true
  }
  const tokenizer = new DigitTokenizer({ separator: '' })
  const parser = new TokenParser({ paths: ['$'], separator: '' })
  Object.assign(tokenizer, { onToken: parser.write.bind(parser), onError })
  Object.assign(parser, { onValue: ({ value }: { value: unknown }) => values.push(value), onError })
  let lines = 0
  for (const { text: line, at } of eachLine(text)) {
    lines = at
    for (let start = 0; start <= line.length; start += PIECE) {
      tokenizer.write(
        start + PIECE > line.length ? `${line.slice(start)}\n` : line.slice(start, start + PIECE),
      )
      if (isBroken) return { brokenAt: at }
      if (line.length > PIECE || at % 200 === 0) yield
    }
  }
  tokenizer.end()
  parser.end()
  return isBroken || values.length === 0 ? { brokenAt: lines } : { values }
}
