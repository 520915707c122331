/** How long an owner's signature is kept; shared by every place that asks for or shows one. */
export const signatureLife =
  'It is deleted as soon as the owner’s refreshes no longer need it or the network refuses it, and after 48 hours at the latest. A later refresh or retry needs a new one.'
