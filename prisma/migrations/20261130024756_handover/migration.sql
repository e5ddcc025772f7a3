-- CreateTable
CREATE TABLE "handover" (
    "id" SERIAL NOT NULL,
    "giverId" TEXT NOT NULL,
    "receiverId" TEXT,
    "formerId" TEXT,
    "turn" INTEGER NOT NULL DEFAULT 1,
    "post" TEXT,
    "dueOn" VARCHAR(10),
    "customer" TEXT NOT NULL,
    "platform" TEXT,
    "matter" TEXT NOT NULL,
    "urgency" TEXT NOT NULL DEFAULT 'normal',
    "announced" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL DEFAULT 'open',
    "changedBy" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,
    "askedAt" TIMESTAMPTZ(3),
    "remindedAt" TIMESTAMPTZ(3),
    "toldAt" TIMESTAMPTZ(3),

    CONSTRAINT "handover_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "handover_giverId_state_idx" ON "handover"("giverId", "state");

-- CreateIndex
CREATE INDEX "handover_receiverId_state_idx" ON "handover"("receiverId", "state");

-- CreateIndex
CREATE INDEX "handover_state_idx" ON "handover"("state");
