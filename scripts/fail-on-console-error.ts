import { afterEach, beforeEach, expect, vi } from 'vitest'

let complaints: unknown[][] = []
let restore = () => {}

/** A test that makes the product complain on the console fails, unless it listens to the console itself. */
beforeEach(() => {
  complaints = []
  if (vi.isMockFunction(console.error)) return
  const original = console.error
  console.error = (...args: unknown[]) => {
    complaints.push(args)
    original(...args)
  }
  restore = () => {
    console.error = original
  }
})

afterEach(() => {
  restore()
  restore = () => {}
  expect(complaints).toEqual([])
})
