import { expect, test } from 'vitest'
import { laterText, startText, waitingWords } from './start-text.ts'

const network = { vendor: 'Immutable', name: 'Immutable X' }

test('default: a start that waits says for what, in the dialog and on its button', () => {
  expect(startText('Immutable X', 'silent')).toBe('when Immutable X answers')
  expect(laterText('silent')).toBe('send when it answers')
  expect(startText('Immutable X', 'read_only')).toBe('when Immutable X accepts refreshes again')
})

test('behavior: only a signature that was accepted before is asked for again', () => {
  expect(waitingWords(network, 'silent', 'proven')).toBe(
    'You can submit now. The desk sends as soon as Immutable X answers, and asks the owner again if the signature is too old by then.',
  )
  expect(waitingWords(network, 'silent', 'new')).toContain('Immutable rejects the first request')
})
