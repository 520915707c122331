import 'server-only'
import { AppError } from '../../core/app-error.ts'
import { startObstacle } from '../../domain/networks/start-obstacle.ts'
import type { Network } from './networks.ts'

/** Throws `conflict` for a network that only says that it is gone: nothing submitted to it would ever be sent. */
export async function requireOpen({ name, readHealth }: Network): Promise<void> {
  if (startObstacle((await readHealth()).state) !== 'closed') return
  throw new AppError('conflict', `${name} has been closed down and no longer accepts refreshes.`, {
    reason: 'network_closed',
  })
}
