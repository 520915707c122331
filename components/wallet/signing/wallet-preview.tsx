type Props = { walletName: string; timestamp: string | null }

/** The exact number that the wallet will show. */
export function WalletPreview({ walletName, timestamp }: Props) {
  return (
    <figure>
      <figcaption className="mb-1.5 text-xs text-faint">{walletName} will show you</figcaption>
      <div className="rounded-md border border-dashed border-line-strong bg-surface p-4">
        <p className="mb-2 font-semibold">Signature request</p>
        <dl className="space-y-2 text-xs">
          <div className="border-b border-line pb-2">
            <dt className="text-faint">From</dt>
            <dd className="truncate font-mono" suppressHydrationWarning>
              {typeof window === 'undefined' ? '' : window.location.host}
            </dd>
          </div>
          <div>
            <dt className="text-faint">Message</dt>
            <dd className="font-mono text-lg tabular-nums" data-testid="number-to-sign">
              {timestamp ?? '…'}
            </dd>
          </div>
        </dl>
      </div>
    </figure>
  )
}
