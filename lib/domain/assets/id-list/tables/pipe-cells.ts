/** `|---|:--|` of Markdown, `----+---` and `+----+` of database shells. */
export const isRule = (line: string): boolean =>
  /^\s*[|+:-][-|+:\s]*$/.test(line) && line.includes('-') && /[|+]/.test(line)

/** The cells of a row drawn with `|`; null for the rules between rows. A pipe after a backslash is part of its cell. */
export function pipeCells(line: string): string[] | null {
  if (isRule(line)) return null
  const cells = line.trim().split(/(?<!\\)\|/)
  if (cells.length > 1 && cells[0] === '') cells.shift()
  if (cells.length > 1 && cells.at(-1) === '') cells.pop()
  return cells.map((cell) => cell.trim())
}
