import { eachLine } from './each-line.ts'
import { trimMarks } from './numbers/trim-marks.ts'

const NUMBER = /^(\d{1,7})[.)]\s+(?=\S)/

/** Whether each line begins with its place in a list, as in `1. 17` or `2) 23`. */
export function* isNumbered(text: string): Generator<void, boolean> {
  let previous: number | null = null
  let lines = 0
  for (const { text: line, at } of eachLine(text)) {
    if (at % 200 === 0) yield
    const trimmed = trimMarks(line)
    if (trimmed === '') continue
    const number = Number(NUMBER.exec(trimmed)?.[1] ?? Number.NaN)
    if (Number.isNaN(number) || (previous !== null && number !== previous + 1)) return false
    previous = number
    lines++
  }
  return lines > 1 || previous === 1
}

export const withoutNumber = (line: string): string => trimMarks(line).replace(NUMBER, '')
