import { say } from './say.mjs'

const demo = [
  'What to do next:',
  '  1. Open it in a browser on this machine.',
  '  2. Sign in with MetaMask or another wallet, or choose the demo wallet. The first to sign in becomes admin.',
  '  3. Open a demo collection, select some tokens and refresh them.',
  'This is demo mode: a sandbox on this machine simulates the network and its collections.',
  'Set NETWORKS=imx to use Immutable X itself (see README.md).',
]
const real = [
  'What to do next:',
  '  1. Open it in a browser.',
  '  2. Sign in with your wallet. The first admin also needs the set-up token shown above.',
  '  3. Open your collection, select tokens and refresh them.',
]

export function welcome({ url, mode, dataDir }) {
  say('')
  say(`Refresh Desk is ready: ${url}`)
  say('')
  for (const line of mode === 'demo' ? demo : real) say(line)
  say(`Data is kept in ${dataDir}. Ctrl-C stops everything.`)
}
