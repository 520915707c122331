import { needsYouText } from './need-text.ts'

const prefix = /^\d+ needs? you · /

/** A tab's title with what needs this member in front: `1 needs you · Home`. Whatever stood there before is replaced. */
export function tabTitle(title: string, count: number): string {
  const plain = title.replace(prefix, '')
  return count > 0 ? `${needsYouText(count)} · ${plain}` : plain
}
