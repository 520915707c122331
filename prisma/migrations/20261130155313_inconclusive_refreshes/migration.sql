-- AlterEnum
ALTER TYPE "RefreshState" ADD VALUE 'inconclusive';

-- What a finished refresh does not account for is unknown; such tokens counted as pending for ever.
UPDATE "Refresh" SET "unknown" = "tokenCount" - "succeeded" - "failed" - "cancelled"
WHERE "finishedAt" IS NOT NULL AND "unknown" <> "tokenCount" - "succeeded" - "failed" - "cancelled";
