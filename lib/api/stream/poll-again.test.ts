import { QueryClient, QueryObserver } from '@tanstack/query-core'
import { expect, test } from 'vitest'
import { AppError, type ErrorCode } from '../../core/app-error.ts'
import { pollAgain } from './poll-again.ts'

test.each([
  ['not_found', 1],
  ['forbidden', 1],
  ['upstream_unavailable', 2],
] as const)('behavior: after %s a page has asked %i times', async (code: ErrorCode, times) => {
  const client = new QueryClient()
  let asked = 0
  const failing = async () => {
    asked += 1
    throw new AppError(code, 'No')
  }
  const observer = new QueryObserver(client, { queryKey: ['one'], queryFn: failing, retry: false })
  const failed = Promise.withResolvers<void>()
  const leave = observer.subscribe(({ isError }) => isError && failed.resolve())
  await failed.promise
  await pollAgain(client, ['one'])
  leave()
  expect(asked).toBe(times)
})
