-- AlterTable
ALTER TABLE "Grant" ADD COLUMN     "scope" TEXT NOT NULL DEFAULT 'full';

-- AlterTable
ALTER TABLE "Refresh" ADD COLUMN     "signerAddress" TEXT;

-- CreateTable
CREATE TABLE "AccessToken" (
    "id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "lastUsedAt" TIMESTAMP(3),

    CONSTRAINT "AccessToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RefreshImport" (
    "collectionId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "memberId" TEXT,
    "cursor" TEXT,
    "listed" INTEGER NOT NULL DEFAULT 0,
    "imported" INTEGER NOT NULL DEFAULT 0,
    "leftOut" INTEGER NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "completedAt" TIMESTAMP(3),
    "error" TEXT,
    "nextStepAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "RefreshImport_pkey" PRIMARY KEY ("collectionId")
);

-- DropIndex
DROP INDEX "Refresh_collectionId_number_idx";

-- DropIndex
DROP INDEX "Refresh_createdAt_idx";

-- CreateIndex
CREATE INDEX "Refresh_collectionId_createdAt_number_idx" ON "Refresh"("collectionId", "createdAt", "number");

-- CreateIndex
CREATE INDEX "Refresh_createdAt_number_idx" ON "Refresh"("createdAt", "number");

-- CreateIndex
CREATE UNIQUE INDEX "AccessToken_hash_key" ON "AccessToken"("hash");

-- CreateIndex
CREATE INDEX "AccessToken_memberId_idx" ON "AccessToken"("memberId");

-- AddForeignKey
ALTER TABLE "AccessToken" ADD CONSTRAINT "AccessToken_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefreshImport" ADD CONSTRAINT "RefreshImport_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "Collection"("id") ON DELETE CASCADE ON UPDATE CASCADE;
