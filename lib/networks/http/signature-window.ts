/** The ages at which a network is known to accept a signed timestamp, in whole seconds, for nobody states them. */
export type SignatureWindow = {
  /** What the network just said to a signature of this age that is surely good. */
  note: (ageSeconds: number, isAccepted: boolean) => void
  isAccepted: (ageSeconds: number) => boolean
}

export function createSignatureWindow(): SignatureWindow {
  let youngest = Number.POSITIVE_INFINITY
  let oldest = Number.NEGATIVE_INFINITY
  return {
    note: (age, isAccepted) => {
      if (isAccepted) {
        youngest = Math.min(youngest, age)
        oldest = Math.max(oldest, age)
        // A window that has been made smaller: what lies on the far side of the refusal is no longer known.
      } else if (age >= 0) oldest = Math.min(oldest, age - 1)
      else youngest = Math.max(youngest, age + 1)
    },
    isAccepted: (age) => age >= youngest && age <= oldest,
  }
}

/** By the network's clock where it is known. The timestamp is in whole seconds, so its age is too. */
export function signatureAge(timestamp: string, now: Date): number {
  return Math.floor(now.getTime() / 1_000) - Number(timestamp)
}
