-- CreateTable
CREATE TABLE "praise" (
    "id" SERIAL NOT NULL,
    "praisedId" TEXT NOT NULL,
    "filerId" TEXT NOT NULL,
    "date" VARCHAR(10) NOT NULL,
    "why" TEXT NOT NULL,
    "amount" INTEGER,
    "notice" BOOLEAN NOT NULL,
    "noticeId" INTEGER,
    "state" TEXT NOT NULL,
    "recommendation" TEXT,
    "recommendedBy" TEXT,
    "recommendedFor" TEXT,
    "decidedBy" TEXT,
    "decidedFor" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedOn" VARCHAR(10),
    "decisionReason" TEXT,
    "filedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "praise_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "praise_praisedId_date_idx" ON "praise"("praisedId", "date");

-- CreateIndex
CREATE INDEX "praise_filerId_idx" ON "praise"("filerId");

-- CreateIndex
CREATE INDEX "praise_state_decidedOn_idx" ON "praise"("state", "decidedOn");

-- CreateIndex
CREATE INDEX "praise_filedAt_idx" ON "praise"("filedAt");
