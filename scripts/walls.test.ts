import { execFile } from 'node:child_process'
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

type Rule = { name: string; from?: { path?: string }; to: { path?: string; pathNot?: string[] } }
type Cruised = { summary: { violations: { rule: { name: string }; from: string }[] } }

const root = join(import.meta.dirname, '..')
const config = join(root, '.dependency-cruiser.cjs')
const { forbidden, required }: { forbidden: Rule[]; required: Rule[] } = createRequire(import.meta.url)(
  config,
)

/** A file that breaks a rule, and what it imports. Of the walls of rooms and subjects it is found by the plan itself. */
const planted: Record<string, Record<string, string>> = {
  'product-never-imports-sandbox': { 'lib/core/a.ts': 'sandbox/goal.ts' },
  'sandbox-imports-nothing-of-the-product': { 'sandbox/a.ts': 'lib/core/goal.ts' },
  'pure-rooms-stay-pure': { 'lib/domain/team/a.ts': 'react' },
  'browser-never-reaches-server': {
    'components/home/a.ts': 'lib/api/a.ts',
    'lib/api/a.ts': 'lib/db/team/goal.ts',
  },
  'schemas-stay-out-of-pages': {
    'components/home/c.ts': 'type lib/domain/team/c-schema.ts',
    'lib/api/c.ts': 'lib/domain/team/c-schema.ts',
    'lib/domain/team/c-schema.ts': 'zod',
  },
  'prisma-lives-in-db': { 'lib/services/team/a.ts': '@prisma/client' },
  'no-cycles': { 'lib/format/a.ts': 'type lib/format/b.ts', 'lib/format/b.ts': 'type lib/format/a.ts' },
  'areas-meet-in-pages': { 'components/home/b.ts': 'components/team/goal.ts' },
  'no-unnamed-rooms': { 'lib/core/b.ts': 'lib/misc/goal.ts' },
  'families-are-known-by-the-registry': { 'lib/services/team/b.ts': 'lib/networks/imx/goal.ts' },
  'server-files-say-so': { 'lib/auth/a.ts': 'lib/auth/goal.ts' },
}

const goals = [
  'app/goal.ts',
  'lib/core/goal.ts',
  'lib/http/goal.ts',
  'lib/services/team/goal.ts',
  'lib/jobs/goal.ts',
]

/** Something that a wall keeps out, from a folder that it walls in. */
function breach({ name, from, to }: Rule): Record<string, string> {
  if (planted[name]) return planted[name]
  const unnamed = /^(lib-\w+)-has-no-unnamed-subjects$/.exec(name)?.[1]
  if (unnamed)
    return { [`${unnamed.replace('-', '/')}/team/u.ts`]: `${unnamed.replace('-', '/')}/misc/goal.ts` }
  const room = (from?.path ?? '').replace(/^\^/, '').replace('[/.]', '/')
  const layer = /^lib\/(domain|db|services)\/\w+\/$/.test(room) ? dirname(room) : null
  const all = layer ? subjectsOf(layer).map((subject) => `${layer}/${subject}/goal.ts`) : goals
  const isOut = (path: string) =>
    new RegExp(to.path ?? '').test(path) && !(to.pathNot ?? []).some((door) => new RegExp(door).test(path))
  const goal = all.find(isOut)
  return goal ? { [`${room}${name}.ts`]: goal } : {}
}

const subjectsOf = (layer: string) =>
  forbidden.flatMap(({ from }) => new RegExp(`^\\^${layer}/(\\w+)/$`).exec(from?.path ?? '')?.[1] ?? [])

function plant(house: string, files: Record<string, string>) {
  for (const [path, named] of Object.entries(files)) {
    const goal = named.replace(/^type /, '')
    const isPackage = !goal.endsWith('.ts')
    const specifier = isPackage ? goal : `${'../'.repeat(path.split('/').length - 1)}${goal}`
    write(
      house,
      path,
      `import ${named.startsWith('type ') ? 'type ' : ''}{ x } from '${specifier}'\nexport const y = x\nexport type x = 1\n`,
    )
    if (isPackage) {
      write(house, `node_modules/${goal}/package.json`, '{"main":"index.js"}')
      write(house, `node_modules/${goal}/index.js`, 'exports.x = 1\n')
    } else if (!files[goal]) write(house, goal, 'export const x = 1\n')
  }
}

function write(house: string, path: string, text: string) {
  mkdirSync(dirname(join(house, path)), { recursive: true })
  writeFileSync(join(house, path), text)
}

test('behavior: each wall is bitten by a violation of its own', async () => {
  const house = mkdtempSync(join(tmpdir(), 'desk-walls-'))
  try {
    const breaches = [...forbidden, ...required].map((rule) => ({ name: rule.name, files: breach(rule) }))
    for (const { files } of breaches) plant(house, files)
    mkdirSync(join(house, 'scripts/lib'), { recursive: true })
    cpSync(join(root, 'scripts/lib/walls-aliases.cjs'), join(house, 'scripts/lib/walls-aliases.cjs'))
    const run = promisify(execFile)(
      process.execPath,
      [
        join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
        'app',
        'components',
        'lib',
        'sandbox',
        '--config',
        config,
        '-T',
        'json',
      ],
      { cwd: house, maxBuffer: 64 * 1024 * 1024 },
    )
    const { stdout } = await run.catch((failed: { stdout: string }) => failed)
    const { violations } = (JSON.parse(stdout) as Cruised).summary
    const bitten = breaches.map(({ name, files }) => ({
      name,
      isBitten: violations.some(({ rule, from }) => rule.name === name && Object.hasOwn(files, from)),
    }))
    expect(bitten.filter(({ isBitten }) => !isBitten)).toEqual([])
  } finally {
    rmSync(house, { recursive: true, force: true })
  }
}, 180_000)

test('behavior: tables are asked inside lib/db alone', () => {
  const models = [...readFileSync(join(root, 'prisma/schema.prisma'), 'utf8').matchAll(/^model (\w)(\w+)/gm)]
  const names = models.map(([, first = '', rest = '']) => first.toLowerCase() + rest).join('|')
  const asked = new RegExp(`\\.(${names})\\.\\w+\\(|\\$(queryRaw|executeRaw)`)
  const files = globSync('{app,lib}/**/*.{ts,tsx}', { cwd: root })
  const others = files.filter((path) => !/^lib\/db\/|\.test\.tsx?$|\/test-[^/]+$/.test(path))
  expect(others.length).toBeGreaterThan(400)
  expect(others.filter((path) => asked.test(readFileSync(join(root, path), 'utf8')))).toEqual([])
})
