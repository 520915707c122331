import { expect, test } from 'vitest'
import type { RefreshSummary } from '@/lib/domain/refreshes/model-schema.ts'
import type { Need } from '@/lib/domain/refreshes/needs/need.ts'
import { noticesOf } from './notice-text.ts'

const ME = '0x00000000000000000000000000000000000000aa'
const help = { signsFor: ME, decides: true }
const refresh = (number: number, needs: Need[], note: string | null = 'Reveal wave 3') =>
  ({
    id: `id-${number}`,
    number,
    note,
    needs,
    retryOf: [],
    progress: { total: 48 },
    collection: { name: 'Kestrel Relics', ownerAddress: ME },
    // Of a refresh only this is said.
  }) as unknown as RefreshSummary

test('default: what a refresh needs, its title, and where it is', () => {
  expect(noticesOf([refresh(142, ['signature'])], help)).toEqual([
    {
      title: 'R-0142 needs your signature',
      body: 'Reveal wave 3',
      href: '/refreshes/id-142',
      tag: 'desk-id-142',
    },
  ])
  expect(noticesOf([refresh(9, ['decision'], null)], help)[0]).toMatchObject({
    title: 'R-0009 needs your decision',
    body: '48 tokens of Kestrel Relics',
  })
  expect(noticesOf([refresh(9, ['stalled'])], help)[0]?.title).toBe('R-0009 has stalled')
})

test('behavior: only what this member can give is named', () => {
  const operator = { signsFor: '0x00000000000000000000000000000000000000bb', decides: true }
  expect(noticesOf([refresh(1, ['signature', 'resume'])], operator)[0]?.title).toBe(
    'R-0001 is on hold until someone resumes it',
  )
})

test('boundary: more than three are counted in one, and a long title is cut', () => {
  const many = [1, 2, 3, 4, 5].map((number) => refresh(number, ['resume']))
  expect(noticesOf(many, help)).toEqual([
    {
      title: '5 refreshes need you',
      body: 'R-0001, R-0002, R-0003 and 2 more',
      href: '/refreshes?needs=you',
      tag: 'needs',
    },
  ])
  const [long] = noticesOf([refresh(1, ['resume'], 'x'.repeat(500))], help)
  expect(long?.body).toBe(`${'x'.repeat(79)}…`)
})
