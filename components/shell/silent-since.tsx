import { Time } from '../ui/text/time.tsx'

/** That a network is silent, and since when, as far as that is known. */
export function SilentSince({ name, since }: { name: string; since: string | null }) {
  if (!since) return `${name} does not answer.`
  return (
    <>
      {name} has been silent since <Time at={since} style="moment" />.
    </>
  )
}
