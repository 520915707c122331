-- CreateTable
CREATE TABLE "BatchContent" (
    "batchId" UUID NOT NULL,
    "content" TEXT NOT NULL,
    "preparedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BatchContent_pkey" PRIMARY KEY ("batchId")
);

-- AddForeignKey
ALTER TABLE "BatchContent" ADD CONSTRAINT "BatchContent_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "Batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;
