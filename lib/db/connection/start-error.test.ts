import { expect, test } from 'vitest'
import { ConfigError } from '../../env/config-error.ts'
import { explainStart, StartError } from './start-error.ts'
import { openTestDatabase } from './test-database.ts'

test('default: what a person can mend is one line, and the rest is told whole', async () => {
  const database = await openTestDatabase()
  const away = await database.prisma
    .$executeRawUnsafe(`DO $$ BEGIN RAISE SQLSTATE '57P03' USING MESSAGE = 'starting up'; END $$`)
    .catch((error: unknown) => error)
  await database.close()
  const lines = [new ConfigError('PORT', 'must be a number'), new StartError('It is so.'), away].map(
    explainStart,
  )
  expect(lines).toEqual([
    'PORT must be a number',
    'It is so.',
    expect.stringMatching(/^The database cannot be reached right now\. .*starting up/),
  ])
  for (const line of lines) expect(line).not.toContain('\n')
  expect(explainStart(new Error('a bug'))).toMatch(/^cannot start: Error: a bug\n +at /)
})
