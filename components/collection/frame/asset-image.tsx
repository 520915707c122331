'use client'

import { Image as ImageIcon } from 'lucide-react'
import { useState } from 'react'

type Props = {
  url: string | null
  /** An image address that browsers can't load. */
  blocked?: string | null
  isSmall?: boolean
}

/** A square that keeps its size even without the image, which the browser loads, never our server. */
export function AssetImage({ url, blocked = null, isSmall = false }: Props) {
  const [brokenUrl, setBrokenUrl] = useState<string | null>(null)
  // It may have failed before the page could listen.
  const check = (image: HTMLImageElement | null) => {
    if (image?.complete && image.currentSrc !== '' && image.naturalWidth === 0) setBrokenUrl(url)
  }
  const isShown = url !== null && url !== brokenUrl
  return (
    <span className="block aspect-square size-full overflow-hidden bg-track">
      {isShown ? (
        <img
          ref={check}
          src={url}
          alt=""
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
          draggable={false}
          onError={() => setBrokenUrl(url)}
          className="block size-full object-cover"
        />
      ) : (
        <span className="grid h-full place-content-center justify-items-center gap-1.5 text-muted text-xs">
          <ImageIcon className={isSmall ? 'size-4' : 'size-5'} aria-hidden />
          <span className={isSmall ? 'sr-only' : 'px-2 text-center'}>{missingText(url, blocked)}</span>
        </span>
      )}
    </span>
  )
}

function missingText(url: string | null, blocked: string | null): string {
  if (url !== null) return 'image did not load'
  return blocked === null ? 'no image' : 'browsers can’t load this address'
}
