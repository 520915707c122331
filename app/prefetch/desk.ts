import 'server-only'
import { cache } from 'react'
import { accessTokensQuery } from '@/lib/api/access-tokens.ts'
import { membersQuery } from '@/lib/api/members.ts'
import { networksQuery } from '@/lib/api/networks/networks.ts'
import { sessionQuery } from '@/lib/api/session.ts'
import { signaturesQuery } from '@/lib/api/signatures.ts'
import { type NetworkCard, NetworkList } from '@/lib/domain/networks/network-card-schema.ts'
import { SignatureList } from '@/lib/domain/signatures/signature-schema.ts'
import { AccessTokenList } from '@/lib/domain/team/access-token-schema.ts'
import { MemberList } from '@/lib/domain/team/members-schema.ts'
import { SessionState } from '@/lib/domain/team/session-schema.ts'
import { describeNetworks } from '@/lib/services/networks/describe-networks.ts'
import { listSignatures } from '@/lib/services/signatures/list-signatures.ts'
import { describeSession } from '@/lib/services/team/describe-session.ts'
import { listAccessTokens } from '@/lib/services/team/list-access-tokens.ts'
import { listMembers } from '@/lib/services/team/list-members.ts'
import { pageSession } from './page-context.ts'
import { prefetch } from './prefetch.ts'

export const readSession = cache(async () => describeSession(await pageSession()))

export const session = () => prefetch(sessionQuery(), SessionState, readSession)

/** As the last exchanges left them; the browser asks for a sign of life when the oldest one is old. */
export const networks = () =>
  prefetch(networksQuery(), NetworkList, describeNetworks, {
    updatedAt: ({ items }) => Math.min(...items.filter(({ isOn }) => isOn).map(checkedAt)),
  })

const checkedAt = (card: NetworkCard) => Date.parse(card.checkedAt ?? '') || 0

export const members = () => prefetch(membersQuery(), MemberList, listMembers)

export const signatures = () => prefetch(signaturesQuery(), SignatureList, listSignatures)

export const accessTokens = () => prefetch(accessTokensQuery(), AccessTokenList, listAccessTokens)
