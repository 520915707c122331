-- CreateTable
CREATE TABLE "RetrySource" (
    "retryId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,

    CONSTRAINT "RetrySource_pkey" PRIMARY KEY ("retryId","sourceId")
);

-- Links of retries move to their own table
INSERT INTO "RetrySource" ("retryId", "sourceId") SELECT "id", "retryOfId" FROM "Refresh" WHERE "retryOfId" IS NOT NULL;

-- DropForeignKey
ALTER TABLE "Refresh" DROP CONSTRAINT "Refresh_retryOfId_fkey";

-- DropIndex
DROP INDEX "RefreshedToken_batchId_idx";

-- DropIndex
DROP INDEX "RefreshedToken_tokenId_idx";

-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "upstreamAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Batch" ADD COLUMN     "candidates" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "decideAt" TIMESTAMP(3),
ADD COLUMN     "lastLookAt" TIMESTAMP(3),
ADD COLUMN     "lookCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "needsPerson" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "resendCount" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Refresh" DROP COLUMN "retryOfId",
ADD COLUMN     "cancelled" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "cancelledAt" TIMESTAMP(3),
ADD COLUMN     "collectCursor" TEXT,
ADD COLUMN     "collectError" TEXT,
ADD COLUMN     "collectState" TEXT,
ADD COLUMN     "holdBatch" INTEGER,
ADD COLUMN     "ignoresHold" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "pauseReason" TEXT,
ADD COLUMN     "pausedAt" TIMESTAMP(3),
ADD COLUMN     "pausedById" TEXT,
ADD COLUMN     "query" JSONB;

-- AlterTable
ALTER TABLE "RefreshedToken" DROP CONSTRAINT "RefreshedToken_pkey",
ADD CONSTRAINT "RefreshedToken_pkey" PRIMARY KEY ("batchId", "position");

-- CreateTable
CREATE TABLE "CollectionIndex" (
    "collectionId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "cursor" TEXT,
    "walkFrom" TIMESTAMP(3),
    "updatedUpTo" TIMESTAMP(3),
    "count" INTEGER NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "completedAt" TIMESTAMP(3),
    "error" TEXT,
    "nextStepAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "CollectionIndex_pkey" PRIMARY KEY ("collectionId")
);

-- CreateTable
CREATE TABLE "IndexedAsset" (
    "collectionId" TEXT NOT NULL,
    "tokenId" TEXT NOT NULL,
    "name" TEXT,
    "imageUrl" TEXT,
    "status" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "updatedAt" TIMESTAMP(3),

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
    "state" TEXT NOT NULL,
    "latencyMs" INTEGER,
    "lastGoodAt" TIMESTAMP(3),
    "checkedAt" TIMESTAMP(3),
    "openUntil" TIMESTAMP(3),
    "failures" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "NetworkHealth_pkey" PRIMARY KEY ("network")
);

-- CreateIndex
CREATE INDEX "RetrySource_sourceId_idx" ON "RetrySource"("sourceId");

-- CreateIndex
CREATE INDEX "IndexedAsset_collectionId_updatedAt_tokenId_idx" ON "IndexedAsset"("collectionId", "updatedAt", "tokenId");

-- CreateIndex
CREATE INDEX "Attempt_startedAt_idx" ON "Attempt"("startedAt");

-- CreateIndex
CREATE INDEX "RefreshedToken_tokenId_refreshId_idx" ON "RefreshedToken"("tokenId", "refreshId");

-- AddForeignKey
ALTER TABLE "Refresh" ADD CONSTRAINT "Refresh_pausedById_fkey" FOREIGN KEY ("pausedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RetrySource" ADD CONSTRAINT "RetrySource_retryId_fkey" FOREIGN KEY ("retryId") REFERENCES "Refresh"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RetrySource" ADD CONSTRAINT "RetrySource_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Refresh"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectionIndex" ADD CONSTRAINT "CollectionIndex_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "Collection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndexedAsset" ADD CONSTRAINT "IndexedAsset_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "Collection"("id") ON DELETE CASCADE ON UPDATE CASCADE;
