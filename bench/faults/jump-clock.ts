const RealDate = Date

/** Sets the clock of this process that many minutes off, as a corrected system clock would. */
export function jumpClock(minutes: number): void {
  const now = () => RealDate.now() + minutes * 60_000
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
  })
}
