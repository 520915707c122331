import type { Hex } from 'viem'

/** Turns a wallet's signature into the form Immutable X wants: r, s and a recovery byte of 00 or 01. */
export function encodeSignature(signature: Hex): Hex {
  if (!/^0x[0-9a-fA-F]{130}$/.test(signature)) {
    throw new TypeError('A signature is 65 bytes: r, s and a recovery byte.')
  }
  const recovery = Number.parseInt(signature.slice(130), 16)
  const shifted = recovery >= 27 ? recovery - 27 : recovery
  if (shifted > 1) throw new TypeError('The recovery byte of a signature is 00, 01, 1b or 1c.')
  return `${signature.slice(0, 130).toLowerCase() as Hex}0${shifted}`
}
