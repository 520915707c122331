/** How long the desk keeps an owner's signature: the same wherever one is asked for or shown. */
export const signatureLife =
  'It is deleted as soon as nothing of the owner’s is left to send or watch, or the network refuses it, and after 48 hours at the latest. A later refresh or retry needs a new one.'
