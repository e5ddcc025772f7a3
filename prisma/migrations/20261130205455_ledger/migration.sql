-- CreateTable
CREATE TABLE "ledger_month" (
    "id" SERIAL NOT NULL,
    "month" VARCHAR(7) NOT NULL,
    "state" TEXT NOT NULL,
    "checkedBy" TEXT,
    "checkedAt" TIMESTAMPTZ(3),
    "signedBy" TEXT,
    "signedAt" TIMESTAMPTZ(3),
    "exportedBy" TEXT,
    "exportedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ledger_month_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "id" SERIAL NOT NULL,
    "month" VARCHAR(7) NOT NULL,
    "memberId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "noun" TEXT NOT NULL,
    "sourceId" INTEGER NOT NULL,
    "amount" INTEGER NOT NULL,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ledger_month_month_key" ON "ledger_month"("month");

-- CreateIndex
CREATE INDEX "ledger_entry_memberId_idx" ON "ledger_entry"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entry_month_memberId_kind_noun_sourceId_key" ON "ledger_entry"("month", "memberId", "kind", "noun", "sourceId");
