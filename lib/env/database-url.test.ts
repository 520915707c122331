import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

const read = (url: string) => readConfig({ DATABASE_URL: url, APP_SECRET: 'a'.repeat(32) })
const messageOf = (url: string) => {
  try {
    read(url)
    return 'accepted'
  } catch (error) {
    return (error as Error).message
  }
}

test.each([
  'postgres://studio:secret@db.example.com/desk',
  'postgresql://studio:p%40ss%3Aw%2Frd@db.example.com:5433/desk?schema=desk&sslmode=require',
  'postgres://studio:p@ss:word@db.example.com/desk',
  'postgres://desk@localhost/postgres?host=%2Frun%2Fpostgresql',
  'postgres://localhost/desk?user=studio@corp',
  'postgres://studio:secret@[::1]:5432/desk',
])('default: %s is taken', (url) => {
  expect(read(url).databaseUrl).toBe(url)
})

test.each([
  'hun/ter2',
  'hun?ter2',
  'hun#ter2',
  'hun%ter2',
  '12/hunter2',
  '12?hunter2',
  '12#hunter2',
  'h@un:t/er2',
  '/hunter2',
])('error: of the password %s nothing is printed, only how to write it', (password) => {
  const message = messageOf(`postgres://studio:${password}@db.example.com/desk`)
  expect(message).toMatch(/^DATABASE_URL must have its password percent-encoded \(@ is %40, .*\)$/)
  expect(message).not.toMatch(/hun|ter2|example/)
})

test.each([
  ['mysql://studio:hunter2@localhost/desk', /^DATABASE_URL must start with postgres:\/\/$/],
  ['postgres://studio:hunter2@localhost:port/desk', /^DATABASE_URL must look like postgres:/],
])('error: %s is no address of a PostgreSQL', (url, message) => {
  expect(messageOf(url)).toMatch(message)
  expect(messageOf(url)).not.toContain('hunter2')
})
