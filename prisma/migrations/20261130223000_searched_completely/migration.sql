-- AlterTable
ALTER TABLE "BatchSearch" ADD COLUMN     "wasSearched" BOOLEAN NOT NULL DEFAULT false;
