import type { RefreshSummary } from '@/lib/domain/refreshes/model-schema.ts'
import { hasRole, type Role } from '@/lib/domain/team/model.ts'

/** Which refreshes count for the steps, as a query of the history. */
export const submittedHere = new URLSearchParams({ member: 'me', source: 'desk' })

type Step = 'connect' | 'submit' | 'retry' | 'look'
type Input = {
  role: Role
  /** Refreshes this member submitted here. */
  own: readonly Pick<RefreshSummary, 'retryOf'>[]
}

type FirstRunSteps = { title: string; words: string; steps: { step: Step; isDone: boolean }[] }

/** The demo steps for a member, and which are done. Viewers get steps without submitting. */
export function firstRunSteps({ role, own }: Input): FirstRunSteps {
  if (!hasRole(role, 'operator')) {
    const steps = [
      { step: 'connect' as const, isDone: true },
      { step: 'look' as const, isDone: false },
    ]
    return { title: 'A first look', words: 'as a viewer you can see everything but not submit', steps }
  }
  const steps = [
    { step: 'connect' as const, isDone: true },
    { step: 'submit' as const, isDone: own.length > 0 },
    { step: 'retry' as const, isDone: own.some(({ retryOf }) => retryOf.length > 0) },
  ]
  const done = `${steps.filter(({ isDone }) => isDone).length} of ${steps.length} done`
  return { title: 'Your first refresh', words: done, steps }
}
