export const operations = [
  'create',
  'list',
  'status',
  'errors',
  'assets',
  'asset',
  'collections',
  'collection',
  'filters',
  'schema',
  '*',
] as const
export type Operation = (typeof operations)[number]

export const faultKinds = [
  'status',
  'drop_before',
  'drop_after',
  'delay',
  'no_id',
  'nonsense',
  'retired',
] as const

export type Fault = {
  operation: Operation
  kind: (typeof faultKinds)[number]
  status?: number
  body?: unknown
  delay_ms?: number
  /** How often it strikes; without it, until faults are cleared. */
  times?: number
}

/** What goes wrong next, in the order it was asked for. */
export class Faults {
  #list: Fault[] = []

  add(fault: Fault): void {
    this.#list.push({ ...fault })
  }

  clear(): void {
    this.#list = []
  }

  /** The fault that strikes this request, counted down. */
  take(operation: Operation): Fault | undefined {
    const fault = this.#list.find((one) => one.operation === operation || one.operation === '*')
    if (!fault) return undefined
    if (fault.times !== undefined && --fault.times <= 0)
      this.#list = this.#list.filter((one) => one !== fault)
    return fault
  }
}
