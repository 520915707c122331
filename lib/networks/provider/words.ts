export type Fact = { title: string; words: string }

type Allowance = {
  networkName: string
  batchSize: number
  /** Requests an hour; null while the network has not said. */
  hourly: number | null
}

/** What people are told about a family of networks, in its vendor's own terms. Pure, and safe in a browser. */
export type FamilyWords = {
  vendor: string
  /** As long as a request may take, by the vendor's word: "48 hours". */
  longestRequest: string
  limits: (allowance: Allowance) => Fact[]
  /** What the vendor asks of the studio's metadata API. */
  originRules: Fact[]
  requestStatuses: Fact[]
  /** Those that the vendor documents; others are shown as the network spells them. */
  assetStatuses: Record<string, Fact>
  errorCodes: string
  scripts: string
  /** What an owner should know before they sign. */
  signature: string
  /** What an owner can do whose address is a contract. */
  contractOwner: string
}
