import { expect, test } from 'vitest'
import { findToken } from '../../db/team/access-tokens.ts'
import { RefreshQuery } from '../../domain/refreshes/model-schema.ts'
import { getRefresh } from '../refreshes/get-refresh.ts'
import { listFailedIds } from '../refreshes/list-failed-ids.ts'
import { listFailures } from '../refreshes/list-failures.ts'
import { listRefreshes } from '../refreshes/list-refreshes.ts'
import { planRetry } from '../refreshes/retry/plan-retry.ts'
import { deleteSignature } from '../signatures/delete-signature.ts'
import { changeMember } from '../team/change-member.ts'
import { removeMember } from '../team/remove-member.ts'
import { revokeAccessToken } from '../team/revoke-access-token.ts'
import { ids, setUpEngine } from '../testing/test-engine.ts'

const never = '00000000-0000-4000-8000-000000000000'

test('error: an id that nothing has, or that is no id at all, is not found', async () => {
  const { desk, operator } = await setUpEngine()
  const admin = await desk.join('admin')
  await desk.submit(operator, ids(1))
  for (const id of [never, 'nobody', '', '%', 'nobody\0', `${never}0`, never.replace('-', '')]) {
    const asked = [
      getRefresh(admin, id),
      listFailures(admin, id, { pageSize: 10 }),
      listFailedIds(admin, id, {}),
      planRetry(admin, { refreshes: [id] }),
      changeMember(admin, { id, role: 'viewer' }),
      removeMember(admin, { id }),
      deleteSignature(admin, { id }),
      revokeAccessToken(admin, { id }),
    ]
    for (const one of await Promise.allSettled(asked)) {
      expect(one, id).toMatchObject({ status: 'rejected', reason: { code: 'not_found' } })
    }
    expect(await findToken(desk.work.db, { id }, desk.work.now())).toBeNull()
    const { items, total } = await listRefreshes(admin, RefreshQuery.parse({ member: id || 'x' }))
    expect([items, total], id).toEqual([[], 0])
  }
})
