import { ChevronLeft, ChevronRight, ExternalLink } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { Failure } from '@/lib/domain/failures/failure-schema.ts'
import { cutMiddle } from '@/lib/format/address.ts'
import { formatCount, plural } from '@/lib/format/count.ts'
import { statusText } from '@/lib/networks/origin/answer/status-text.ts'
import { describeFinding } from '@/lib/networks/origin/describe-finding.ts'
import { Button } from '../../ui/button.tsx'
import { State } from '../../ui/state.tsx'
import { CopyButton } from '../../ui/text/copy-button.tsx'
import { Id } from '../../ui/text/id.tsx'
import { Time } from '../../ui/text/time.tsx'

type Props = {
  failure: Failure
  batchCount: number
  place: string
  onPrevious: (() => void) | null
  onNext: (() => void) | null
}

const isWebAddress = (url: string) => /^https?:\/\//i.test(url)

/** One token's failure: the requested URL, the status, and the body shown as plain text. */
export function TokenFailure({ failure, batchCount, place, onPrevious, onNext }: Props) {
  const { tokenId, url, httpStatus, body, bodyBytes, isTruncated } = failure
  const seen = failure.findings.flatMap((finding) => describeFinding(finding) ?? [])
  return (
    <div className="min-w-0 p-4">
      <div className="mb-2 flex items-center gap-2">
        <h4 className="font-semibold text-md">
          Token{' '}
          <Link
            href={place}
            title={tokenId}
            className="font-mono underline decoration-line-strong underline-offset-2"
          >
            #{cutMiddle(tokenId, 10, 8)}
          </Link>
        </h4>
        <CopyButton value={tokenId} label="token id" />
        <span className="ml-auto flex gap-1">
          <Button isIcon aria-label="Previous token" disabled={!onPrevious} onClick={() => onPrevious?.()}>
            <ChevronLeft aria-hidden />
          </Button>
          <Button isIcon aria-label="Next token" disabled={!onNext} onClick={() => onNext?.()}>
            <ChevronRight aria-hidden />
          </Button>
        </span>
      </div>
      <dl className="text-sm">
        <Row name="Requested URL">
          {url ? (
            <span className="flex min-w-0 flex-wrap items-center gap-x-1">
              <span className="break-all font-mono text-xs">{url}</span>
              <CopyButton value={url} label="requested URL" />
              {isWebAddress(url) ? (
                <a
                  href={url}
                  target="_blank"
                  rel="noreferrer noopener"
                  className="inline-flex items-center gap-1 text-xs underline underline-offset-2"
                >
                  <ExternalLink aria-hidden className="size-3.5" /> Open
                </a>
              ) : null}
            </span>
          ) : (
            'none'
          )}
        </Row>
        <Row name="Status">
          <State
            tone={httpStatus === 200 ? 'pending' : 'failed'}
            words={httpStatus === null ? 'No answer' : statusText(httpStatus)}
          />
        </Row>
        {seen.length > 0 ? (
          <Row name="Details">
            {seen.map((words) => (
              <p key={words} className="break-words">
                {words}
              </p>
            ))}
          </Row>
        ) : null}
        <Row name="Time">
          <Time at={failure.at} style="moment" />
        </Row>
        <Row name="Batch">
          {failure.batchPosition} of {batchCount}{' '}
          {failure.reference ? <Id value={failure.reference} kind="upstream" /> : null}
        </Row>
        <Row name="Body, as text">
          {body === null || body === '' ? (
            <span className="text-faint">none</span>
          ) : (
            <>
              <span className="relative block">
                <pre className="max-h-64 overflow-auto whitespace-pre-wrap break-all rounded-md border border-line bg-well p-2.5 pr-9 text-xs">
                  {body}
                </pre>
                <span className="absolute top-1.5 right-1.5">
                  <CopyButton value={body} label="body" />
                </span>
              </span>
              <span className="text-faint text-xs">
                {isTruncated
                  ? `The first 16 KiB of ${formatCount(bodyBytes)} bytes`
                  : plural(bodyBytes, 'byte')}
                , shown as received
              </span>
            </>
          )}
        </Row>
      </dl>
    </div>
  )
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-3 border-line border-t py-2 first:border-t-0 sm:grid-cols-[7rem_minmax(0,1fr)]">
      <dt className="text-faint">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  )
}
