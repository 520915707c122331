import { LoaderCircle } from 'lucide-react'
import Link from 'next/link'
import type { ComponentProps } from 'react'

type Variant = 'default' | 'primary' | 'quiet' | 'danger'
type Size = 'sm' | 'md' | 'lg'
type Look = { variant?: Variant; size?: Size; isIcon?: boolean }

const variants: Record<Variant, string> = {
  default: 'border-line-strong bg-surface text-text hover:bg-well shadow-sm',
  primary: 'border-transparent bg-accent text-on-accent hover:bg-accent-hover',
  quiet: 'border-transparent bg-transparent text-text hover:bg-track',
  danger: 'border-line-strong bg-surface text-failed hover:bg-failed-soft',
}
const sizes: Record<Size, string> = {
  sm: 'min-h-7 px-2 text-xs gap-1.5',
  md: 'min-h-8 px-3 text-sm gap-2',
  lg: 'min-h-10 px-4 text-sm gap-2',
}

function look({ variant = 'default', size = 'md', isIcon = false }: Look, className = ''): string {
  return `inline-flex print:hidden items-center justify-center rounded-md border font-medium whitespace-nowrap select-none transition-colors duration-(--duration-quick) pointer-coarse:min-h-10 disabled:opacity-55 aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0 ${variants[variant]} ${sizes[size]} ${isIcon ? 'aspect-square px-0' : ''} ${className}`
}

type ButtonProps = ComponentProps<'button'> & Look & { isBusy?: boolean }

/** The button of the product. At most one primary per screen. */
export function Button({
  variant,
  size,
  isIcon,
  isBusy,
  className,
  children,
  disabled,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled || isBusy}
      aria-busy={isBusy || undefined}
      data-primary={variant === 'primary' || undefined}
      className={look(withoutUndefined({ variant, size, isIcon }), className)}
    >
      {isBusy ? <LoaderCircle aria-hidden className="animate-spin motion-reduce:animate-none" /> : null}
      {children}
    </button>
  )
}

/** A link that looks like a button. */
export function ButtonLink({
  variant,
  size,
  isIcon,
  className,
  ...rest
}: ComponentProps<typeof Link> & Look) {
  return <Link {...rest} className={look(withoutUndefined({ variant, size, isIcon }), className)} />
}

function withoutUndefined({ variant, size, isIcon }: { [key in keyof Look]: Look[key] | undefined }): Look {
  return { ...(variant && { variant }), ...(size && { size }), ...(isIcon && { isIcon }) }
}
