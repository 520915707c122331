import Link from 'next/link'
import { Fragment, type ReactNode } from 'react'

type Crumb = { label: ReactNode; href?: string }
type Props = {
  title: ReactNode
  lead?: ReactNode
  image?: ReactNode
  crumbs?: Crumb[]
  actions?: ReactNode
  /** Uses the whole width of the window. */
  isWide?: boolean
  children: ReactNode
}

/** The frame of every page: breadcrumb, the one heading, actions. */
export function Page({ title, lead, image, crumbs, actions, isWide = false, children }: Props) {
  return (
    <main
      id="content"
      tabIndex={-1}
      className={`mx-auto flex w-full flex-col gap-5 px-4 pt-6 pb-28 outline-none md:px-6 md:pb-16 print:max-w-none print:p-0 ${isWide ? '' : 'max-w-(--page-max)'}`}
    >
      <header className="flex flex-wrap items-center gap-x-4 gap-y-3">
        {image}
        <div className="min-w-0 flex-1 basis-64">
          {crumbs ? <Crumbs crumbs={crumbs} /> : null}
          <h1
            title={typeof title === 'string' ? title : undefined}
            className="line-clamp-3 font-semibold text-xl wrap-anywhere"
          >
            {title}
          </h1>
          {lead ? <div className="text-muted text-sm">{lead}</div> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div> : null}
      </header>
      {children}
    </main>
  )
}

function Crumbs({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav
      aria-label="Breadcrumb"
      className="flex print:hidden flex-wrap items-center gap-x-1.5 text-faint text-xs"
    >
      {crumbs.map(({ label, href }, at) => (
        <Fragment key={href ?? `here-${at}`}>
          {at > 0 ? <span aria-hidden>/</span> : null}
          {href ? (
            <Link
              href={href}
              className="inline-flex min-h-6 min-w-0 items-center hover:text-text hover:underline"
            >
              <span className="max-w-60 truncate">{label}</span>
            </Link>
          ) : (
            <span className="max-w-60 truncate">{label}</span>
          )}
        </Fragment>
      ))}
    </nav>
  )
}
