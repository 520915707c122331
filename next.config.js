/** @type {import('next').NextConfig} */
export default {
  // The launcher builds beside the running build and swaps, so the folder's name is its to choose.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['@electric-sql/pglite', 'pglite-prisma-adapter', '@prisma/schema-engine-wasm', 'pg', 'pg-boss'],
  images: { unoptimized: true },
  devIndicators: false,
  agentRules: false,
  // Types are checked by `npm run types`. A build neither repeats that nor rewrites the tsconfig.json that is checked in.
  typescript: { ignoreBuildErrors: true, tsconfigPath: process.env.NEXT_TSCONFIG ?? 'tsconfig.json' },
}
