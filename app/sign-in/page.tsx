import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SignInPanel } from '@/components/wallet/sign-in/sign-in-panel.tsx'
import { findPageSession } from '@/lib/auth/page-session.ts'
import { localPath } from '@/lib/domain/team/local-path.ts'
import { describeSession } from '@/lib/services/team/describe-session.ts'

export const metadata: Metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<{ next?: string | string[] }> }

export default async function SignInPage({ searchParams }: Props) {
  const next = localPath((await searchParams).next)
  if (await findPageSession()) redirect(next)
  const { hasDemoWallet, isNew, needsSetupToken, mode } = await describeSession(null)
  return (
    <main className="mx-auto grid min-h-dvh max-w-4xl content-center gap-8 px-4 py-10 md:grid-cols-2 md:gap-12">
      <div className="self-center">
        <h1 className="text-xl font-semibold">Refresh Desk</h1>
        <p className="mt-3 text-sm text-muted">
          Keeps the metadata of your NFT collections on Immutable fresh. Pick the tokens that changed, sign
          once, and watch the refresh with your team: what succeeded, what failed, and why.
        </p>
        <ul className="mt-4 space-y-2 text-sm text-muted">
          <li>Signing in proves that a wallet is yours. It costs nothing and moves nothing.</li>
          <li>Only members can sign in. An admin adds you by your wallet address.</li>
          {mode === 'demo' && (
            <li>
              This desk runs in demo mode: a local sandbox, demo collections, and a demo wallet if you have
              none.
              {isNew && ' The first wallet that signs in becomes the admin.'}
            </li>
          )}
        </ul>
      </div>
      <div className="self-center">
        <SignInPanel hasDemoWallet={hasDemoWallet} needsSetupToken={needsSetupToken} next={next} />
      </div>
    </main>
  )
}
