-- AlterTable
ALTER TABLE "outbox" ADD COLUMN     "turnedAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "outbox_state_turnedAt_idx" ON "outbox"("state", "turnedAt");
