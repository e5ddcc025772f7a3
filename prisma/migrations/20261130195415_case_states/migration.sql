-- AlterTable
ALTER TABLE "violation_case" ADD COLUMN     "acceptedAt" TIMESTAMPTZ(3),
ADD COLUMN     "appealUntil" TIMESTAMPTZ(3),
ADD COLUMN     "askedAmount" INTEGER,
ADD COLUMN     "askedNotice" BOOLEAN,
ADD COLUMN     "changed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "compensates" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "finalAt" TIMESTAMPTZ(3),
ADD COLUMN     "hearingUntil" TIMESTAMPTZ(3),
ADD COLUMN     "urgentBy" TEXT,
ADD COLUMN     "urgentReason" TEXT,
ADD COLUMN     "voidReason" TEXT,
ADD COLUMN     "voidedAt" TIMESTAMPTZ(3),
ADD COLUMN     "voidedBy" TEXT;

-- CreateIndex
CREATE INDEX "violation_case_state_idx" ON "violation_case"("state");

-- Cases of before there was a hearing and a time for appeal: those decided are final since then, and may still be appealed
-- against, as no time was set for it; an appeal that waits goes on waiting.
UPDATE "violation_case" AS c SET
  "state" = CASE
    WHEN c."state" = 'proposed' AND c."article" NOT IN ('1.32', '8.3') THEN 'deciding'
    WHEN c."state" = 'rejected' THEN 'dismissed'
    WHEN c."state" = 'reversed' THEN 'overturned'
    WHEN c."state" = 'upheld' AND EXISTS (
      SELECT 1 FROM "approval" a WHERE a."kind" = 'appeal' AND a."subjectId" = c."id" AND a."state" = 'pending'
    ) THEN 'appealed'
    WHEN c."state" = 'upheld' THEN 'final'
    ELSE c."state"
  END,
  "finalAt" = CASE WHEN c."state" = 'upheld' THEN c."decidedAt" END;

-- Where the article asks for a loss to be made good, the amount is no fine.
UPDATE "violation_case" SET "compensates" = true
WHERE "amount" IS NOT NULL AND ("article" = '1.28' OR ("article" = '1.22' AND "tier" = 'compensation'));
