'use client'

import { useState } from 'react'

/** A small square image, or an empty square if it doesn't load. */
export function Thumbnail({ url, className = 'size-8' }: { url: string | null; className?: string }) {
  const [brokenUrl, setBrokenUrl] = useState<string | null>(null)
  return (
    <span aria-hidden className={`block shrink-0 overflow-hidden rounded-sm bg-track ${className}`}>
      {url && url !== brokenUrl ? (
        <img
          src={url}
          alt=""
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
          onError={() => setBrokenUrl(url)}
          className="size-full object-cover"
        />
      ) : null}
    </span>
  )
}
