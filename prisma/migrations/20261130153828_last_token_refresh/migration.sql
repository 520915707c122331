-- The rows below take the place of the view.
DROP VIEW "LastTokenRefresh";

-- AlterTable
ALTER TABLE "Refresh" ALTER COLUMN "number" DROP DEFAULT;
DROP SEQUENCE "Refresh_number_seq";

-- CreateTable
CREATE TABLE "LastTokenRefresh" (
    "collectionId" UUID NOT NULL,
    "batchId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" "TokenState" NOT NULL,
    "tokenId" TEXT NOT NULL,

    CONSTRAINT "LastTokenRefresh_pkey" PRIMARY KEY ("collectionId","tokenId")
);

-- CreateIndex
CREATE INDEX "LastTokenRefresh_collectionId_number_idx" ON "LastTokenRefresh"("collectionId", "number");

-- CreateIndex
CREATE INDEX "LastTokenRefresh_batchId_idx" ON "LastTokenRefresh"("batchId");

-- CreateIndex
CREATE INDEX "LastTokenRefresh_failed_idx" ON "LastTokenRefresh"("collectionId") WHERE ("state" = 'failed');

-- AddForeignKey
ALTER TABLE "LastTokenRefresh" ADD CONSTRAINT "LastTokenRefresh_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "Collection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LastTokenRefresh" ADD CONSTRAINT "LastTokenRefresh_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "Batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

INSERT INTO "LastTokenRefresh" ("collectionId", "tokenId", "batchId", "createdAt", "number", "at", "state")
SELECT DISTINCT ON (r."collectionId", t."tokenId")
  r."collectionId", t."tokenId", b."id", r."createdAt", r."number", COALESCE(b."finishedAt", r."createdAt"), t."state"
FROM "Batch" b
JOIN "Refresh" r ON r."id" = b."refreshId"
JOIN "RefreshToken" t ON t."batchId" = b."id"
WHERE b."state" IN ('finished', 'rejected')
ORDER BY r."collectionId", t."tokenId", r."createdAt" DESC, r."number" DESC;
