// Each room lists the rooms it may import. Everything else is a wall. ARCHITECTURE.md says it in words.
const pureDoors = ['lib/core', 'lib/domain', 'lib/networks/origin']
const wordDoors = ['lib/networks/words', 'lib/networks/asset-words', 'lib/networks/provider/words']
const rooms = {
  'app/api': ['lib/http', 'lib/services', ...pureDoors],
  app: ['components', 'lib/api', 'lib/wallet', 'lib/auth', 'lib/services', 'lib/format', ...pureDoors],
  components: ['lib/api', 'lib/wallet', 'lib/format', ...pureDoors, ...wordDoors],
  'lib/api': pureDoors,
  'lib/wallet': pureDoors,
  'lib/http': [
    'lib/db/connection/errors',
    'lib/db/connection/open-database',
    'lib/services/context',
    'lib/services/live',
    'lib/services/proxy',
    'lib/auth',
    'lib/env',
    ...pureDoors,
  ],
  'lib/jobs': [
    'lib/db/connection/open-database',
    'lib/db/batches/job-leases',
    'lib/queue',
    'lib/services',
    'lib/env',
    'lib/http/log',
    ...pureDoors,
  ],
  'lib/services': [
    'lib/db',
    'lib/auth',
    'lib/signatures',
    'lib/networks',
    'lib/queue',
    'lib/env',
    ...pureDoors,
  ],
  'lib/queue': ['lib/db', 'lib/env', 'lib/core'],
  'lib/signatures': ['lib/auth', 'lib/db', 'lib/env', ...pureDoors],
  'lib/auth': ['lib/db', 'lib/env', ...pureDoors],
  'lib/db': ['lib/env', ...pureDoors],
  'lib/networks/registry': ['lib/networks/provider', 'lib/networks/imx', 'lib/domain'],
  'lib/networks/words': ['lib/networks/provider', 'lib/networks/imx/words', 'lib/domain'],
  'lib/networks/asset-words': ['lib/networks/provider', 'lib/networks/imx/asset-words', 'lib/domain'],
  'lib/networks/provider': ['lib/networks/http', 'lib/domain'],
  'lib/networks/imx': ['lib/networks/provider', 'lib/networks/http', 'lib/format', ...pureDoors],
  'lib/networks/http': ['lib/networks/origin', 'lib/core'],
  'lib/networks/origin': ['lib/core', 'lib/format'],
  'lib/domain': ['lib/core', 'lib/networks/origin'],
  'lib/format': [],
  'lib/core': [],
  'lib/env': [],
}

// Within a layer: each subject lists those it may import.
const subjects = {
  'lib/domain': {
    networks: [],
    team: ['networks'],
    assets: ['networks'],
    batches: ['networks'],
    failures: [],
    signatures: ['networks', 'team'],
    refreshes: ['assets', 'batches', 'failures', 'networks', 'signatures', 'team'],
    collections: ['assets', 'batches', 'failures', 'networks', 'refreshes'],
  },
  'lib/db': {
    generated: [],
    connection: ['generated'],
    migrations: ['connection'],
    networks: ['connection', 'generated'],
    team: ['connection', 'generated'],
    collections: ['connection', 'generated', 'networks'],
    tokens: ['connection', 'generated'],
    assets: ['connection', 'generated', 'tokens'],
    signatures: ['connection', 'generated'],
    refreshes: ['collections', 'connection', 'generated', 'networks', 'team', 'tokens'],
    batches: ['connection', 'generated', 'networks'],
    imports: ['connection', 'generated', 'networks', 'refreshes', 'signatures'],
  },
  'lib/services': {
    networks: [],
    team: [],
    authority: ['networks'],
    collections: ['networks'],
    assets: ['collections', 'networks'],
    signatures: ['authority', 'collections'],
    engine: ['assets', 'authority', 'networks'],
    refreshes: ['assets', 'authority', 'collections', 'engine'],
    imports: ['authority', 'collections', 'networks'],
    proxy: ['authority', 'collections', 'engine', 'networks'],
    live: ['networks', 'refreshes'],
  },
}
const pure = '^lib/(core|domain|networks|format)/'
const server = '^lib/(db|auth|signatures|services|http|jobs|queue|env)/'
const test = '\\.(test|spec)\\.tsx?$|(^|/)test-[^/]+\\.tsx?$'
const house = '^(app|components|lib|e2e|bench|scripts|prisma|sandbox)/'

const wall = ([room, doors]) => ({
  name: `${room.replaceAll('/', '-')}-walls`,
  severity: 'error',
  from: { path: `^${room}[/.]`, pathNot: [test, ...(room === 'app' ? ['^app/api/'] : [])] },
  to: { path: house, pathNot: [room, ...doors].map((door) => `^${door}(/|\\.)`) },
})

const subjectWall = (layer, subject, doors) => ({
  name: `${layer.replaceAll('/', '-')}-${subject}-walls`,
  severity: 'error',
  from: { path: `^${layer}/${subject}/`, pathNot: test },
  // The files beside the subjects belong to all of them.
  to: { path: `^${layer}/[^/]+/`, pathNot: [subject, ...doors].map((door) => `^${layer}/${door}/`) },
})
const subjectWalls = Object.entries(subjects).flatMap(([layer, plan]) =>
  Object.entries(plan)
    .filter(([subject]) => subject !== 'generated')
    .map(([subject, doors]) => subjectWall(layer, subject, doors)),
)

module.exports = {
  forbidden: [
    ...Object.entries(rooms).map(wall),
    ...subjectWalls,
    ...Object.entries(subjects).map(([layer, plan]) => ({
      name: `${layer.replaceAll('/', '-')}-has-no-unnamed-subjects`,
      severity: 'error',
      from: {},
      to: {
        path: `^${layer}/[^/]+/`,
        pathNot: [test, ...Object.keys(plan).map((subject) => `^${layer}/${subject}/`)],
      },
    })),
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
      name: 'schemas-stay-out-of-pages',
      comment:
        'A page takes types alone: what it loads of the pure rooms reaches no schema, and so no zod, at run time.',
      severity: 'error',
      from: {
        path: [
          '^(components|lib/(api|wallet|format|core|domain|networks/origin))/',
          '^lib/networks/(asset-)?words\\.ts$',
          '^lib/networks/[a-z]+/(asset-)?words\\.ts$',
          '^app/.*(-view|-here|hydrated|error)\\.tsx$',
        ],
        pathNot: [test, '-schema\\.ts$'],
      },
      to: { path: 'node_modules/zod/|-schema\\.ts$', dependencyTypesNot: ['type-only'] },
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
      name: 'families-are-known-by-the-registry',
      comment: 'A new family of networks is a folder of new files and one line in the registry.',
      severity: 'error',
      from: { path: house, pathNot: [test, '^lib/networks/(imx/|registry\\.ts$|(asset-)?words\\.ts$)'] },
      to: { path: '^lib/networks/imx/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
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
      to: { path: '^lib/', pathNot: [test, ...Object.keys(rooms).map((room) => `^${room}[/.]`)] },
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
