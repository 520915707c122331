// The plan of the house: each room lists the rooms it may open. Everything else is a wall. ARCHITECTURE.md says it in words.
const pureDoors = ['lib/refresh', 'lib/collection', 'lib/team', 'lib/origin', 'lib/errors']
const rooms = {
  'app/api': ['lib/http', 'lib/services', ...pureDoors],
  app: ['components', 'lib/api', 'lib/wallet', 'lib/auth', 'lib/services', 'lib/format', ...pureDoors],
  components: ['lib/api', 'lib/wallet', 'lib/format', ...pureDoors],
  'lib/api': pureDoors,
  'lib/wallet': pureDoors,
  'lib/http': [
    'lib/db/errors',
    'lib/db/open-database',
    'lib/services/context',
    'lib/services/live',
    'lib/services/proxy',
    'lib/auth',
    'lib/env',
    ...pureDoors,
  ],
  'lib/jobs': [
    'lib/db/open-database',
    'lib/db/job-leases',
    'lib/queue',
    'lib/services',
    'lib/env',
    'lib/http/log',
    ...pureDoors,
  ],
  'lib/services': ['lib/db', 'lib/auth', 'lib/immutable', 'lib/queue', 'lib/env', 'lib/memory', ...pureDoors],
  'lib/queue': ['lib/db', 'lib/env', 'lib/errors'],
  'lib/auth': ['lib/db', 'lib/env', 'lib/memory', ...pureDoors],
  'lib/db': ['lib/env', ...pureDoors],
  'lib/immutable': pureDoors,
  'lib/refresh': ['lib/collection', 'lib/team', 'lib/origin', 'lib/errors'],
  'lib/team': ['lib/collection', 'lib/errors'],
  'lib/collection': ['lib/origin', 'lib/errors'],
  'lib/origin': ['lib/format'],
  'lib/format': [],
  'lib/memory': [],
  'lib/errors': [],
  'lib/env': [],
}
const pure = '^lib/(errors|refresh|collection|team|origin|immutable|format|memory)/'
const server = '^lib/(db|auth|services|http|jobs|queue|env)/'
const test = '\\.(test|spec)\\.tsx?$|(^|/)test-[^/]+\\.tsx?$'
const house = '^(app|components|lib|e2e|bench|scripts|prisma|sandbox)/'

const wall = ([room, doors]) => ({
  name: `${room.replaceAll('/', '-')}-walls`,
  severity: 'error',
  from: { path: `^${room}/`, pathNot: [test, ...(room === 'app' ? ['^app/api/'] : [])] },
  to: { path: house, pathNot: [room, ...doors].map((door) => `^${door}(/|\\.)`) },
})

module.exports = {
  forbidden: [
    ...Object.entries(rooms).map(wall),
    {
      name: 'product-never-imports-sandbox',
      comment: 'Tests included, except those that start it over HTTP by running its main file.',
      severity: 'error',
      from: { path: '^(app|components|lib)/|^[^/]+\\.[cm]?[jt]s$', pathNot: test },
      to: { path: '^sandbox/' },
    },
    {
      name: 'sandbox-imports-nothing-of-the-product',
      severity: 'error',
      from: { path: '^sandbox/', pathNot: test },
      to: { path: house, pathNot: '^sandbox/' },
    },
    {
      name: 'pure-rooms-stay-pure',
      severity: 'error',
      from: { path: pure, pathNot: test },
      to: { path: 'node_modules/(next|react|react-dom|wagmi|server-only|@prisma|@tanstack)/' },
    },
    {
      name: 'browser-never-reaches-server',
      severity: 'error',
      from: { path: '^(components|lib/api|lib/wallet)/', pathNot: test },
      to: { path: server, reachable: true },
    },
    {
      name: 'prisma-lives-in-db',
      severity: 'error',
      from: { path: '^(app|components|lib)/', pathNot: ['^lib/db/'] },
      to: { path: 'node_modules/@prisma/|^lib/db/generated' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'type-import'] } },
    },
    {
      name: 'areas-meet-in-pages',
      severity: 'error',
      from: { path: '^components/([^/]+)/', pathNot: test },
      to: { path: '^components/', pathNot: ['^components/(ui|shell)/', '^components/$1/'] },
    },
    {
      name: 'no-unnamed-rooms',
      severity: 'error',
      from: {},
      to: { path: '^lib/', pathNot: Object.keys(rooms).map((room) => `^${room}/`) },
    },
  ],
  required: [
    {
      name: 'server-files-say-so',
      severity: 'error',
      module: { path: server, pathNot: [test, '^lib/db/generated/'] },
      to: { path: 'node_modules/server-only/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^lib/db/generated'] },
    exclude: { path: ['^(node_modules/\\.cache|\\.build|\\.next|data|test-results|playwright-report)'] },
    includeOnly: {
      path: [
        '^(app|components|lib|sandbox|e2e|bench|scripts|prisma)/',
        '^[^/]+\\.[cm]?[jt]s$',
        'node_modules/',
      ],
    },
    // TypeScript 7 has no parser for other programs to use; swc reads the same files.
    parser: 'swc',
    tsPreCompilationDeps: true,
    webpackConfig: { fileName: 'scripts/lib/walls-aliases.cjs' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
    },
  },
}
