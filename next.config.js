/** @type {import('next').NextConfig} */
export default {
  // The launcher builds beside the running build and swaps, so the folder's name is its to choose.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  // The launcher's server does it (scripts/lib/http/compress.mjs).
  compress: false,
  reactStrictMode: true,
  serverExternalPackages: ['@prisma/schema-engine-wasm', 'pg', 'pg-boss'],
  images: { unoptimized: true },
  devIndicators: false,
  agentRules: false,
  // A page in few large chunks packs better than in many small ones, by 6 kB in all (e2e/script-size.spec.ts).
  experimental: {
    turbopackChunking: {
      minChunkSize: 5_000_000,
      maxMergeChunkSize: 50_000_000,
      requestCost: 50_000_000,
      maxChunkCountPerGroup: 4,
      firstPageLoadPriority: 1,
    },
  },
  // Types are checked by `npm run types`; Next rewrites the tsconfig.json it is given, unless that one extends another.
  typescript: { ignoreBuildErrors: true, tsconfigPath: 'tsconfig.next.json' },
}
