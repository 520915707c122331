import type { Fact } from '../../../lib/networks/provider/words.ts'
import { signatureLife } from '../../ui/text/signature-text.ts'

export const signatureFact: Fact = {
  title: 'Needs the project owner’s signature',
  words: `The owner signs the current time as a number. While that signature is kept, your whole team’s requests use it. ${signatureLife}`,
}
