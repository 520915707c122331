-- AlterTable
ALTER TABLE "BatchSearch" ADD COLUMN     "isComplete" BOOLEAN NOT NULL DEFAULT true;
