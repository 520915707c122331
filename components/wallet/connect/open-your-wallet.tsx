import { LoaderCircle } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { Ask } from './ask.tsx'

type Props = { walletName: string; timestamp?: string; onStop: () => void }

/** A request is open in the wallet. The page can stop waiting, but only the wallet can cancel it. */
export function OpenYourWallet({ walletName, timestamp, onStop }: Props) {
  return (
    <Ask
      tone="info"
      icon={<LoaderCircle aria-hidden className="animate-spin motion-reduce:animate-none" />}
      title="Open your wallet"
      comesIntoView
      actions={<Button onClick={onStop}>Stop waiting</Button>}
    >
      <p>
        {walletName} has a request waiting
        {timestamp && (
          <>
            {' '}
            with the number <code className="font-mono tabular-nums">{timestamp}</code>
          </>
        )}
        . It may be behind this window.
      </p>
    </Ask>
  )
}
