import { expect, onTestFinished, test, vi } from 'vitest'
import { setDatabase } from '../db/open-database.ts'
import { openTestDatabase } from '../db/test-database.ts'
import { startBoss, stopBoss } from './boss.ts'

test('behavior: a job is taken although its key was at work when statistics were last written', async () => {
  const database = await openTestDatabase()
  setDatabase(database)
  onTestFinished(async () => {
    await stopBoss()
    await database.close()
  })
  await startBoss(() => {})
  await database.executeSql(`UPDATE pgboss.queue SET singletons_active = '{imx 7}' WHERE name = 'send'`)
  await stopBoss()
  const boss = await startBoss(() => {})
  await boss.send('send', { network: 'imx', key: '7' }, { singletonKey: 'imx 7' })
  await vi.waitFor(async () => expect(await boss.fetch('send')).toHaveLength(1), {
    timeout: 5_000,
    interval: 200,
  })
})
