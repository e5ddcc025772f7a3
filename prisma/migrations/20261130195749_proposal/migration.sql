-- CreateTable
CREATE TABLE "proposal" (
    "id" SERIAL NOT NULL,
    "memberId" TEXT NOT NULL,
    "date" VARCHAR(10) NOT NULL,
    "kind" TEXT NOT NULL,
    "parts" TEXT NOT NULL,
    "article" TEXT NOT NULL,
    "tier" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "act" TEXT,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "firstListedOn" VARCHAR(10),
    "listedOn" VARCHAR(10),
    "caseId" INTEGER,
    "reason" TEXT,
    "decidedBy" TEXT,
    "decidedFor" TEXT,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "proposal_source_key" ON "proposal"("source");

-- CreateIndex
CREATE INDEX "proposal_state_idx" ON "proposal"("state");

-- CreateIndex
CREATE INDEX "proposal_memberId_date_idx" ON "proposal"("memberId", "date");

-- CreateIndex
CREATE INDEX "proposal_act_idx" ON "proposal"("act");
