import type { StartObstacle } from '@/lib/domain/networks/start-obstacle.ts'

type Waiting = Exclude<StartObstacle, 'closed'>

/** When what is submitted now starts. */
export const startText = (name: string, obstacle: Waiting): string =>
  obstacle === 'silent' ? `when ${name} answers` : `when ${name} accepts refreshes again`

/** The same on a button, after what it does now: "Sign, send when it answers". */
export const laterText = (obstacle: Waiting): string =>
  obstacle === 'silent' ? 'send when it answers' : 'send when it accepts refreshes'

/** What becomes of a submission that waits, by whether the network has accepted this signature before. */
export function waitingWords(
  { vendor, name }: { vendor: string; name: string },
  obstacle: Waiting,
  signature: 'new' | 'proven',
): string {
  const sends =
    obstacle === 'silent'
      ? `The desk sends as soon as ${name} answers`
      : 'The desk tries again at growing intervals, an hour apart at most'
  return signature === 'proven'
    ? `You can submit now. ${sends}, and asks the owner again if the signature is too old by then.`
    : `You can submit now. ${sends}. If the signature is too old by then, ${vendor} rejects the first request, and you can retry it with a new signature.`
}
