-- AlterTable
ALTER TABLE "Batch" ADD COLUMN     "unreadableSince" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "CollectionIndex" ADD COLUMN     "mark" TEXT,
ADD COLUMN     "pages" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "RefreshImport" ADD COLUMN     "mark" TEXT,
ADD COLUMN     "pages" INTEGER NOT NULL DEFAULT 0;
