-- CreateIndex
CREATE INDEX "Batch_finishedAt_idx" ON "Batch"("finishedAt");
