import { expect, onTestFinished, test } from 'vitest'
import { setDatabase } from '../db/connection/open-database.ts'
import { openTestDatabase } from '../db/connection/test-database.ts'
import { startBoss, stopBoss } from './boss.ts'

const project = { network: 'imx', key: '7' }

test('behavior: a job that a dead worker had in hand keeps nobody from the next one of its key', async () => {
  const database = await openTestDatabase()
  setDatabase(database)
  onTestFinished(async () => {
    await stopBoss()
    await database.close()
  })
  const boss = await startBoss(() => {})
  const send = () => boss.send('send', project, { singletonKey: 'imx 7' })
  await send()
  expect(await boss.fetch('send')).toHaveLength(1)
  await boss.supervise()
  await stopBoss()
  const next = await startBoss(() => {})
  expect(await next.send('send', project, { singletonKey: 'imx 7' })).not.toBe(null)
  expect(await next.send('send', project, { singletonKey: 'imx 7' })).toBe(null)
  await next.supervise()
  expect(await next.fetch('send')).toHaveLength(1)
})
