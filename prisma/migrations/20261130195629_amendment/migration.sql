-- CreateTable
CREATE TABLE "amendment" (
    "id" SERIAL NOT NULL,
    "number" TEXT NOT NULL,
    "baseVersion" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "wordingOnly" BOOLEAN NOT NULL,
    "askedFrom" VARCHAR(10) NOT NULL,
    "why" TEXT NOT NULL,
    "proposerId" TEXT NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "version" INTEGER,
    "inForceFrom" VARCHAR(10),
    "decidedBy" TEXT,
    "decidedFor" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "allReadAt" TIMESTAMPTZ(3),

    CONSTRAINT "amendment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "read_receipt" (
    "amendmentId" INTEGER NOT NULL,
    "memberId" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "read_receipt_pkey" PRIMARY KEY ("amendmentId","memberId")
);

-- CreateIndex
CREATE INDEX "amendment_number_idx" ON "amendment"("number");

-- CreateIndex
CREATE INDEX "read_receipt_memberId_idx" ON "read_receipt"("memberId");

-- An article has one amendment that waits, whoever proposes at the same moment.
CREATE UNIQUE INDEX "amendment_pending_once" ON "amendment" ("number") WHERE "state" = 'pending';
