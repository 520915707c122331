import { GiveSignature, SignatureList } from '@/lib/domain/signatures/signature-schema.ts'
import { SignatureState } from '@/lib/domain/signatures/signature-state-schema.ts'
import { route } from '@/lib/http/route.ts'
import { giveSignature } from '@/lib/services/signatures/give-signature.ts'
import { listSignatures } from '@/lib/services/signatures/list-signatures.ts'

export const GET = route({ response: SignatureList }, ({ ctx }) => listSignatures(ctx))

export const POST = route({ body: GiveSignature, response: SignatureState, status: 201 }, ({ ctx, body }) =>
  giveSignature(ctx, body),
)
