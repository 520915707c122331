import { formatCount, plural } from '../../format/count.ts'
import type { Finding } from './finding-schema.ts'

/** Details of one answer: the position, the text or the size; null where the cause's title is enough. */
export function describeFinding(finding: Finding): string | null {
  const { kind, line, word, key, type, target, bytes, expected, depth, ms } = finding
  const at = line === undefined ? '' : `Line ${line}, column ${finding.column}: `
  switch (kind) {
    case 'trailing_comma':
    case 'bad_number':
    case 'bad_json':
    case 'value':
    case 'text':
    case 'data_uri':
      return word === undefined ? null : `${at}${word}`
    case 'not_utf8':
      return `${at}the first character that is not UTF-8`
    case 'redirect':
      return target === undefined ? null : `Redirects to ${target}`
    case 'wrong_type':
      return type === undefined ? null : `Sent as ${type}`
    case 'cut_off':
      return expected === undefined
        ? `Ends after ${plural(bytes ?? 0, 'byte')}`
        : `Cut off after ${formatCount(bytes ?? 0)} of ${plural(expected, 'byte')}`
    case 'too_large':
      return plural(bytes ?? 0, 'byte')
    case 'too_deep':
      return plural(depth ?? 0, 'level')
    case 'too_slow':
      return `Took ${formatCount((ms ?? 0) / 1_000)} seconds`
    case 'duplicate_key':
      return `${at}the key ${key} is there twice; parsers keep only one of them`
    case 'unstorable_text':
      return `${key} contains ${word === 'NUL' ? 'a NUL character' : 'half a character'}, which databases can’t store; it is replaced`
    case 'long_text':
      return `${key} is ${plural(bytes ?? 0, 'byte')} long`
    case 'large_number':
      return `${key} has more digits than many programs keep; send it as a string`
    case 'attributes_shape':
      return `${key} is ${word}; marketplaces expect a list of {trait_type, value}`
    case 'attribute_shape':
      return `${key} is ${word}; marketplaces expect {trait_type, value}`
    case 'attribute_null':
      return `${key} is null`
    case 'image_address':
      return `${key} is an address that browsers can’t load: ${word}`
    default:
      return null
  }
}
