-- CreateTable
CREATE TABLE "World" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "kind" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "setupTokenHash" TEXT,
    "samplesStartedAt" TIMESTAMP(3),

    CONSTRAINT "World_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Member" (
    "id" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "name" TEXT,
    "role" TEXT NOT NULL DEFAULT 'viewer',
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMP(3),
    "removedAt" TIMESTAMP(3),
    "shortcuts" BOOLEAN NOT NULL DEFAULT true,
    "hidesFirstRun" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "lastSeenAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "userAgent" TEXT,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInNonce" (
    "id" TEXT NOT NULL,
    "preSession" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SignInNonce_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Collection" (
    "id" TEXT NOT NULL,
    "network" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "imageUrl" TEXT,
    "projectId" INTEGER,
    "ownerAddress" TEXT,
    "metadataApiUrl" TEXT,
    "seenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Collection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Visit" (
    "memberId" TEXT NOT NULL,
    "collectionId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Visit_pkey" PRIMARY KEY ("memberId","collectionId")
);

-- CreateTable
CREATE TABLE "Quota" (
    "network" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "limit" INTEGER NOT NULL,
    "remaining" INTEGER NOT NULL,
    "resetsAt" TIMESTAMP(3) NOT NULL,
    "seenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Quota_pkey" PRIMARY KEY ("network","projectId")
);

-- CreateTable
CREATE TABLE "Refresh" (
    "id" TEXT NOT NULL,
    "number" SERIAL NOT NULL,
    "collectionId" TEXT NOT NULL,
    "origin" TEXT NOT NULL DEFAULT 'desk',
    "memberId" TEXT,
    "note" TEXT,
    "idempotencyKey" TEXT,
    "requestHash" TEXT,
    "retryOfId" TEXT,
    "state" TEXT NOT NULL DEFAULT 'running',
    "tokenCount" INTEGER NOT NULL,
    "succeeded" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "unknown" INTEGER NOT NULL DEFAULT 0,
    "causeCount" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settledAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Refresh_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Batch" (
    "id" TEXT NOT NULL,
    "refreshId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "wait" TEXT,
    "notBefore" TIMESTAMP(3),
    "upstreamId" TEXT,
    "tokenCount" INTEGER NOT NULL,
    "succeeded" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "sentAt" TIMESTAMP(3),
    "acceptedAt" TIMESTAMP(3),
    "startedAt" TIMESTAMP(3),
    "completedAt" TIMESTAMP(3),
    "collectedAt" TIMESTAMP(3),
    "reason" TEXT,
    "leaseOwner" TEXT,
    "leaseUntil" TIMESTAMP(3),
    "fence" INTEGER NOT NULL DEFAULT 0,
    "nextLookAt" TIMESTAMP(3),

    CONSTRAINT "Batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attempt" (
    "id" TEXT NOT NULL,
    "batchId" TEXT NOT NULL,
    "grantId" TEXT,
    "startedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMP(3),
    "outcome" TEXT,
    "httpStatus" INTEGER,
    "message" TEXT,

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RefreshedToken" (
    "refreshId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "batchId" TEXT NOT NULL,
    "tokenId" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',

    CONSTRAINT "RefreshedToken_pkey" PRIMARY KEY ("refreshId","position")
);

-- CreateTable
CREATE TABLE "Failure" (
    "id" TEXT NOT NULL,
    "refreshId" TEXT NOT NULL,
    "batchId" TEXT NOT NULL,
    "tokenId" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "errorCode" TEXT NOT NULL,
    "url" TEXT,
    "httpStatus" INTEGER,
    "body" TEXT,
    "bodyBytes" INTEGER NOT NULL DEFAULT 0,
    "isTruncated" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Failure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Grant" (
    "id" TEXT NOT NULL,
    "network" TEXT NOT NULL,
    "baseOrigin" TEXT NOT NULL,
    "ownerAddress" TEXT NOT NULL,
    "memberId" TEXT,
    "sealed" BYTEA,
    "signedAt" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "provenAt" TIMESTAMP(3),
    "lastUsedAt" TIMESTAMP(3),
    "endedAt" TIMESTAMP(3),
    "endReason" TEXT,

    CONSTRAINT "Grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GrantUse" (
    "id" TEXT NOT NULL,
    "grantId" TEXT NOT NULL,
    "refreshId" TEXT NOT NULL,
    "memberId" TEXT,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "GrantUse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Activity" (
    "id" TEXT NOT NULL,
    "refreshId" TEXT NOT NULL,
    "memberId" TEXT,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Activity_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Member_address_key" ON "Member"("address");

-- CreateIndex
CREATE INDEX "Session_memberId_idx" ON "Session"("memberId");

-- CreateIndex
CREATE INDEX "SignInNonce_expiresAt_idx" ON "SignInNonce"("expiresAt");

-- CreateIndex
CREATE INDEX "Collection_network_ownerAddress_idx" ON "Collection"("network", "ownerAddress");

-- CreateIndex
CREATE UNIQUE INDEX "Collection_network_address_key" ON "Collection"("network", "address");

-- CreateIndex
CREATE UNIQUE INDEX "Refresh_number_key" ON "Refresh"("number");

-- CreateIndex
CREATE INDEX "Refresh_collectionId_number_idx" ON "Refresh"("collectionId", "number");

-- CreateIndex
CREATE INDEX "Refresh_state_idx" ON "Refresh"("state");

-- CreateIndex
CREATE INDEX "Refresh_createdAt_idx" ON "Refresh"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Refresh_memberId_idempotencyKey_key" ON "Refresh"("memberId", "idempotencyKey");

-- CreateIndex
CREATE INDEX "Batch_state_notBefore_idx" ON "Batch"("state", "notBefore");

-- CreateIndex
CREATE INDEX "Batch_upstreamId_idx" ON "Batch"("upstreamId");

-- CreateIndex
CREATE UNIQUE INDEX "Batch_refreshId_position_key" ON "Batch"("refreshId", "position");

-- CreateIndex
CREATE INDEX "Attempt_batchId_idx" ON "Attempt"("batchId");

-- CreateIndex
CREATE INDEX "RefreshedToken_batchId_idx" ON "RefreshedToken"("batchId");

-- CreateIndex
CREATE INDEX "RefreshedToken_tokenId_idx" ON "RefreshedToken"("tokenId");

-- CreateIndex
CREATE INDEX "Failure_refreshId_cause_at_idx" ON "Failure"("refreshId", "cause", "at");

-- CreateIndex
CREATE INDEX "Failure_tokenId_idx" ON "Failure"("tokenId");

-- CreateIndex
CREATE UNIQUE INDEX "Failure_batchId_tokenId_key" ON "Failure"("batchId", "tokenId");

-- CreateIndex
CREATE INDEX "Grant_network_ownerAddress_idx" ON "Grant"("network", "ownerAddress");

-- CreateIndex
CREATE INDEX "GrantUse_grantId_idx" ON "GrantUse"("grantId");

-- CreateIndex
CREATE INDEX "Activity_refreshId_at_idx" ON "Activity"("refreshId", "at");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "Collection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Refresh" ADD CONSTRAINT "Refresh_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "Collection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Refresh" ADD CONSTRAINT "Refresh_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Refresh" ADD CONSTRAINT "Refresh_retryOfId_fkey" FOREIGN KEY ("retryOfId") REFERENCES "Refresh"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Batch" ADD CONSTRAINT "Batch_refreshId_fkey" FOREIGN KEY ("refreshId") REFERENCES "Refresh"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "Batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefreshedToken" ADD CONSTRAINT "RefreshedToken_refreshId_fkey" FOREIGN KEY ("refreshId") REFERENCES "Refresh"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefreshedToken" ADD CONSTRAINT "RefreshedToken_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "Batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Failure" ADD CONSTRAINT "Failure_refreshId_fkey" FOREIGN KEY ("refreshId") REFERENCES "Refresh"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Failure" ADD CONSTRAINT "Failure_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "Batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GrantUse" ADD CONSTRAINT "GrantUse_grantId_fkey" FOREIGN KEY ("grantId") REFERENCES "Grant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_refreshId_fkey" FOREIGN KEY ("refreshId") REFERENCES "Refresh"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;
