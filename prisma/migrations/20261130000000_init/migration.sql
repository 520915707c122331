-- CreateEnum
CREATE TYPE "Mode" AS ENUM ('demo', 'real');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('viewer', 'operator', 'admin');

-- CreateEnum
CREATE TYPE "RefreshSource" AS ENUM ('desk', 'sample', 'script', 'import');

-- CreateEnum
CREATE TYPE "RefreshState" AS ENUM ('running', 'waiting_authority', 'waiting_quota', 'paused', 'unknown', 'stalled', 'succeeded', 'partly_failed', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "PauseReason" AS ENUM ('manual', 'hold');

-- CreateEnum
CREATE TYPE "ExpandState" AS ENUM ('expanding', 'done', 'stopped');

-- CreateEnum
CREATE TYPE "BatchState" AS ENUM ('planned', 'preparing', 'ready', 'sending', 'sent', 'lost', 'finished', 'rejected', 'cancelled');

-- CreateEnum
CREATE TYPE "BatchWait" AS ENUM ('quota', 'authority', 'backoff', 'turn');

-- CreateEnum
CREATE TYPE "AttemptOutcome" AS ENUM ('accepted', 'planned', 'rejected', 'lost', 'found', 'absent');

-- CreateEnum
CREATE TYPE "TokenState" AS ENUM ('pending', 'succeeded', 'failed', 'unknown');

-- CreateEnum
CREATE TYPE "SignatureScope" AS ENUM ('full', 'watch');

-- CreateEnum
CREATE TYPE "SignatureEnd" AS ENUM ('refused', 'expired', 'deleted', 'not_needed');

-- CreateEnum
CREATE TYPE "SyncState" AS ENUM ('running', 'complete', 'stopped');

-- CreateEnum
CREATE TYPE "NetworkState" AS ENUM ('answers', 'unreachable', 'read_only', 'retired', 'unknown');

-- CreateTable
CREATE TABLE "Installation" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "mode" "Mode" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "setupTokenHash" TEXT,
    "samplesStartedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Member" (
    "id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "name" TEXT,
    "role" "Role" NOT NULL DEFAULT 'viewer',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3),
    "removedAt" TIMESTAMPTZ(3),
    "shortcuts" BOOLEAN NOT NULL DEFAULT true,
    "hidesFirstRun" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "memberId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "userAgent" TEXT,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccessToken" (
    "id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "memberId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AccessToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInNonce" (
    "id" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignInNonce_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Collection" (
    "id" UUID NOT NULL,
    "network" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "imageUrl" TEXT,
    "projectId" INTEGER,
    "quotaKey" TEXT NOT NULL,
    "ownerAddress" TEXT,
    "metadataApiUrl" TEXT,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Collection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Visit" (
    "memberId" UUID NOT NULL,
    "collectionId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Visit_pkey" PRIMARY KEY ("memberId","collectionId")
);

-- CreateTable
CREATE TABLE "Quota" (
    "network" TEXT NOT NULL,
    "quotaKey" TEXT NOT NULL,
    "limit" INTEGER NOT NULL,
    "remaining" INTEGER NOT NULL,
    "resetsAt" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Quota_pkey" PRIMARY KEY ("network","quotaKey")
);

-- CreateTable
CREATE TABLE "Refresh" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "collectionId" UUID NOT NULL,
    "source" "RefreshSource" NOT NULL DEFAULT 'desk',
    "signerAddress" TEXT,
    "memberId" UUID,
    "note" TEXT,
    "idempotencyKey" TEXT,
    "requestHash" TEXT,
    "state" "RefreshState" NOT NULL DEFAULT 'running',
    "tokenCount" INTEGER NOT NULL,
    "succeeded" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "unknown" INTEGER NOT NULL DEFAULT 0,
    "cancelled" INTEGER NOT NULL DEFAULT 0,
    "batchCount" INTEGER NOT NULL DEFAULT 0,
    "sentBatchCount" INTEGER NOT NULL DEFAULT 0,
    "causeCount" INTEGER NOT NULL DEFAULT 0,
    "pausedAt" TIMESTAMPTZ(3),
    "pausedById" UUID,
    "pauseReason" "PauseReason",
    "holdBatch" INTEGER,
    "ignoresHold" BOOLEAN NOT NULL DEFAULT false,
    "cancelledAt" TIMESTAMPTZ(3),
    "query" JSONB,
    "expandState" "ExpandState",
    "expandCursor" TEXT,
    "expandError" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Refresh_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RefreshRetry" (
    "retryId" UUID NOT NULL,
    "originalId" UUID NOT NULL,

    CONSTRAINT "RefreshRetry_pkey" PRIMARY KEY ("retryId","originalId")
);

-- CreateTable
CREATE TABLE "Batch" (
    "id" UUID NOT NULL,
    "refreshId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "network" TEXT NOT NULL,
    "state" "BatchState" NOT NULL DEFAULT 'planned',
    "wait" "BatchWait",
    "notBefore" TIMESTAMPTZ(3),
    "reference" TEXT,
    "stage" TEXT,
    "tokenCount" INTEGER NOT NULL,
    "succeeded" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "sentAt" TIMESTAMPTZ(3),
    "acceptedAt" TIMESTAMPTZ(3),
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "failuresFetchedAt" TIMESTAMPTZ(3),
    "reason" TEXT,
    "leaseOwner" UUID,
    "leaseUntil" TIMESTAMPTZ(3),
    "fence" INTEGER NOT NULL DEFAULT 0,
    "lastPollAt" TIMESTAMPTZ(3),
    "nextPollAt" TIMESTAMPTZ(3),
    "resendCount" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BatchSearch" (
    "batchId" UUID NOT NULL,
    "searchCount" INTEGER NOT NULL DEFAULT 0,
    "lastSearchAt" TIMESTAMPTZ(3),
    "nextSearchAt" TIMESTAMPTZ(3),
    "decideAt" TIMESTAMPTZ(3) NOT NULL,
    "candidates" JSONB NOT NULL DEFAULT '[]',
    "needsPerson" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "BatchSearch_pkey" PRIMARY KEY ("batchId")
);

-- CreateTable
CREATE TABLE "Attempt" (
    "id" UUID NOT NULL,
    "batchId" UUID NOT NULL,
    "signatureId" UUID,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "upstreamAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "outcome" "AttemptOutcome",
    "httpStatus" INTEGER,
    "message" TEXT,

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RefreshToken" (
    "refreshId" UUID NOT NULL,
    "batchId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "state" "TokenState" NOT NULL DEFAULT 'pending',
    "tokenId" TEXT NOT NULL,

    CONSTRAINT "RefreshToken_pkey" PRIMARY KEY ("refreshId","tokenId")
);

-- CreateTable
CREATE TABLE "Failure" (
    "id" UUID NOT NULL,
    "refreshId" UUID NOT NULL,
    "batchId" UUID NOT NULL,
    "tokenId" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "errorCode" TEXT NOT NULL,
    "url" TEXT,
    "httpStatus" INTEGER,
    "body" TEXT,
    "bodyBytes" INTEGER NOT NULL DEFAULT 0,
    "isTruncated" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Failure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Signature" (
    "id" UUID NOT NULL,
    "network" TEXT NOT NULL,
    "baseOrigin" TEXT NOT NULL,
    "ownerAddress" TEXT NOT NULL,
    "memberId" UUID,
    "sealed" BYTEA,
    "signedAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "scope" "SignatureScope" NOT NULL DEFAULT 'full',
    "provenAt" TIMESTAMPTZ(3),
    "lastUsedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "endReason" "SignatureEnd",

    CONSTRAINT "Signature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignatureUse" (
    "id" UUID NOT NULL,
    "signatureId" UUID NOT NULL,
    "refreshId" UUID NOT NULL,
    "memberId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SignatureUse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Activity" (
    "id" BIGSERIAL NOT NULL,
    "refreshId" UUID NOT NULL,
    "memberId" UUID,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CollectionIndex" (
    "collectionId" UUID NOT NULL,
    "state" "SyncState" NOT NULL,
    "cursor" TEXT,
    "changedSince" TIMESTAMPTZ(3),
    "updatedUpTo" TIMESTAMPTZ(3),
    "count" INTEGER NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "completedAt" TIMESTAMPTZ(3),
    "error" TEXT,
    "nextStepAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "CollectionIndex_pkey" PRIMARY KEY ("collectionId")
);

-- CreateTable
CREATE TABLE "RefreshImport" (
    "collectionId" UUID NOT NULL,
    "state" "SyncState" NOT NULL,
    "memberId" UUID,
    "cursor" TEXT,
    "listed" INTEGER NOT NULL DEFAULT 0,
    "imported" INTEGER NOT NULL DEFAULT 0,
    "leftOut" INTEGER NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "completedAt" TIMESTAMPTZ(3),
    "error" TEXT,
    "nextStepAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "RefreshImport_pkey" PRIMARY KEY ("collectionId")
);

-- CreateTable
CREATE TABLE "IndexedAsset" (
    "collectionId" UUID NOT NULL,
    "tokenId" TEXT NOT NULL,
    "name" TEXT,
    "imageUrl" TEXT,
    "status" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3),
    "traits" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "IndexedAsset_pkey" PRIMARY KEY ("collectionId","tokenId")
);

-- CreateTable
CREATE TABLE "RequestRate" (
    "network" TEXT NOT NULL,
    "starts" DOUBLE PRECISION[],

    CONSTRAINT "RequestRate_pkey" PRIMARY KEY ("network")
);

-- CreateTable
CREATE TABLE "NetworkHealth" (
    "network" TEXT NOT NULL,
    "state" "NetworkState" NOT NULL,
    "latencyMs" INTEGER,
    "lastGoodAt" TIMESTAMPTZ(3),
    "checkedAt" TIMESTAMPTZ(3),
    "openUntil" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "NetworkHealth_pkey" PRIMARY KEY ("network")
);

-- CreateTable
CREATE TABLE "JobLease" (
    "key" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "JobLease_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "Member_address_key" ON "Member"("address");

-- CreateIndex
CREATE INDEX "Session_memberId_idx" ON "Session"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "AccessToken_hash_key" ON "AccessToken"("hash");

-- CreateIndex
CREATE INDEX "AccessToken_memberId_idx" ON "AccessToken"("memberId");

-- CreateIndex
CREATE INDEX "SignInNonce_expiresAt_idx" ON "SignInNonce"("expiresAt");

-- CreateIndex
CREATE INDEX "Collection_network_quotaKey_idx" ON "Collection"("network", "quotaKey");

-- CreateIndex
CREATE INDEX "Collection_network_ownerAddress_idx" ON "Collection"("network", "ownerAddress");

-- CreateIndex
CREATE UNIQUE INDEX "Collection_network_address_key" ON "Collection"("network", "address");

-- CreateIndex
CREATE UNIQUE INDEX "Refresh_number_key" ON "Refresh"("number");

-- CreateIndex
CREATE INDEX "Refresh_collectionId_createdAt_number_idx" ON "Refresh"("collectionId", "createdAt", "number");

-- CreateIndex
CREATE INDEX "Refresh_unfinished_idx" ON "Refresh"("collectionId") WHERE ("finishedAt" IS NULL);

-- CreateIndex
CREATE INDEX "Refresh_createdAt_number_idx" ON "Refresh"("createdAt", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Refresh_memberId_idempotencyKey_key" ON "Refresh"("memberId", "idempotencyKey");

-- CreateIndex
CREATE INDEX "RefreshRetry_originalId_idx" ON "RefreshRetry"("originalId");

-- CreateIndex
CREATE INDEX "Batch_state_notBefore_idx" ON "Batch"("state", "notBefore");

-- CreateIndex
CREATE INDEX "Batch_state_nextPollAt_idx" ON "Batch"("state", "nextPollAt");

-- CreateIndex
CREATE UNIQUE INDEX "Batch_refreshId_position_key" ON "Batch"("refreshId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Batch_network_reference_key" ON "Batch"("network", "reference");

-- CreateIndex
CREATE INDEX "BatchSearch_nextSearchAt_idx" ON "BatchSearch"("nextSearchAt");

-- CreateIndex
CREATE INDEX "Attempt_batchId_idx" ON "Attempt"("batchId");

-- CreateIndex
CREATE INDEX "Attempt_startedAt_idx" ON "Attempt"("startedAt");

-- CreateIndex
CREATE INDEX "RefreshToken_batchId_idx" ON "RefreshToken"("batchId");

-- CreateIndex
CREATE INDEX "RefreshToken_tokenId_idx" ON "RefreshToken"("tokenId");

-- CreateIndex
CREATE INDEX "Failure_refreshId_cause_at_idx" ON "Failure"("refreshId", "cause", "at");

-- CreateIndex
CREATE INDEX "Failure_tokenId_idx" ON "Failure"("tokenId");

-- CreateIndex
CREATE UNIQUE INDEX "Failure_batchId_tokenId_key" ON "Failure"("batchId", "tokenId");

-- CreateIndex
CREATE INDEX "Signature_network_ownerAddress_idx" ON "Signature"("network", "ownerAddress");

-- CreateIndex
CREATE INDEX "SignatureUse_signatureId_idx" ON "SignatureUse"("signatureId");

-- CreateIndex
CREATE INDEX "Activity_refreshId_at_idx" ON "Activity"("refreshId", "at");

-- CreateIndex
CREATE INDEX "IndexedAsset_collectionId_updatedAt_tokenId_idx" ON "IndexedAsset"("collectionId", "updatedAt", "tokenId");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessToken" ADD CONSTRAINT "AccessToken_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "Collection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Refresh" ADD CONSTRAINT "Refresh_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "Collection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Refresh" ADD CONSTRAINT "Refresh_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Refresh" ADD CONSTRAINT "Refresh_pausedById_fkey" FOREIGN KEY ("pausedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefreshRetry" ADD CONSTRAINT "RefreshRetry_retryId_fkey" FOREIGN KEY ("retryId") REFERENCES "Refresh"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefreshRetry" ADD CONSTRAINT "RefreshRetry_originalId_fkey" FOREIGN KEY ("originalId") REFERENCES "Refresh"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Batch" ADD CONSTRAINT "Batch_refreshId_fkey" FOREIGN KEY ("refreshId") REFERENCES "Refresh"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BatchSearch" ADD CONSTRAINT "BatchSearch_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "Batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "Batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_signatureId_fkey" FOREIGN KEY ("signatureId") REFERENCES "Signature"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefreshToken" ADD CONSTRAINT "RefreshToken_refreshId_fkey" FOREIGN KEY ("refreshId") REFERENCES "Refresh"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefreshToken" ADD CONSTRAINT "RefreshToken_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "Batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Failure" ADD CONSTRAINT "Failure_refreshId_fkey" FOREIGN KEY ("refreshId") REFERENCES "Refresh"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Failure" ADD CONSTRAINT "Failure_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "Batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Signature" ADD CONSTRAINT "Signature_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignatureUse" ADD CONSTRAINT "SignatureUse_signatureId_fkey" FOREIGN KEY ("signatureId") REFERENCES "Signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignatureUse" ADD CONSTRAINT "SignatureUse_refreshId_fkey" FOREIGN KEY ("refreshId") REFERENCES "Refresh"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignatureUse" ADD CONSTRAINT "SignatureUse_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_refreshId_fkey" FOREIGN KEY ("refreshId") REFERENCES "Refresh"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectionIndex" ADD CONSTRAINT "CollectionIndex_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "Collection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefreshImport" ADD CONSTRAINT "RefreshImport_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "Collection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefreshImport" ADD CONSTRAINT "RefreshImport_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndexedAsset" ADD CONSTRAINT "IndexedAsset_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "Collection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The latest refresh of each token of a collection. What was cancelled never was a refresh. Prisma does not see views.
CREATE VIEW "LastTokenRefresh" AS
SELECT DISTINCT ON (r."collectionId", t."tokenId")
  r."collectionId",
  t."tokenId",
  t."refreshId",
  t."batchId",
  t."state",
  b."state" AS "batchState",
  b."finishedAt",
  r."createdAt"
FROM "RefreshToken" t
JOIN "Refresh" r ON r."id" = t."refreshId"
JOIN "Batch" b ON b."id" = t."batchId" AND b."state" <> 'cancelled'
ORDER BY r."collectionId", t."tokenId", r."createdAt" DESC, r."number" DESC;
