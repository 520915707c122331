import { checkRequirements } from '../../../lib/domain/collections/requirements.ts'
import { State } from '../../ui/state.tsx'
import { Id } from '../../ui/text/id.tsx'

const plainWords = 'It uses plain http, which is fine only on this machine.'

type Props = { url: string | null; isLocal: boolean }

/** Checks the URL itself; sends no request to the studio's server. */
export function MetadataUrlCheck({ url, isLocal }: Props) {
  const isPlain = url?.startsWith('http:') ?? false
  const findings = checkRequirements(url, { isLocal })
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2 border-line border-b py-2.5">
      {url ? (
        <div className="grid min-w-0 gap-0.5">
          <Id value={url} kind="url" />
          <p className="text-faint text-xs">
            Token 1 is requested from <code className="break-all font-mono">{url.replace(/\/+$/, '')}/1</code>
            .
          </p>
        </div>
      ) : null}
      <ul className="grid gap-1.5">
        {findings.map(({ key, isMet, title, advice }) => (
          <li key={key} className="grid gap-0.5">
            <State
              tone={isMet ? 'succeeded' : 'failed'}
              className="whitespace-normal!"
              words={key === 'https' && isMet && isPlain ? plainWords : title}
            />
            {advice ? <p className="pl-6 text-muted text-xs">{advice}</p> : null}
          </li>
        ))}
      </ul>
    </div>
  )
}
