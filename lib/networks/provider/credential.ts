/** An owner's signed timestamp. A bearer credential: never log it. */
export type OwnerSignature = {
  kind: 'owner_signature'
  address: string
  timestamp: string
  signature: string
}

/** The API key of a project. A bearer credential: never log it. */
export type ServerKey = { kind: 'server_key'; key: string }

/** What lets the desk refresh a collection. */
export type Credential = OwnerSignature | ServerKey
export type AuthorityKind = Credential['kind']

/** The credential as the kind that a family asks for. Throws on another: the engine asks the family's own authority. */
export function ofKind<Kind extends AuthorityKind>(
  kind: Kind,
  credential: Credential,
): Extract<Credential, { kind: Kind }> {
  if (credential.kind === kind) return credential as Extract<Credential, { kind: Kind }>
  throw new Error(`This network needs a ${kind}, and was given a ${credential.kind}`)
}
