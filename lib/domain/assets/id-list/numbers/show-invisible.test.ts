import { expect, test } from 'vitest'
import { showInvisible } from './show-invisible.ts'

test('default: what nobody can see is named, what everybody sees stays', () => {
  expect(showInvisible('1\u200b7 Warden #5')).toBe('1⟨zero-width space⟩7 Warden #5')
  expect(showInvisible('a\u00a0b\tc\u0007\u2066')).toBe('a⟨no-break space⟩b⟨tab⟩c⟨U+0007⟩⟨U+2066⟩')
})
