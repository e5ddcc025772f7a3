-- AlterTable
ALTER TABLE "approval" ADD COLUMN "terms" JSONB;

-- What was set before this was kept stands in the record: the step of the case that its approval's entry follows, of the
-- same person and transaction.
UPDATE "approval" a SET "terms" = (
  SELECT jsonb_build_object('how', 'terms', 'amount', s."after" -> 'amount', 'notice', s."after" -> 'notice')
  FROM "record" s, "record" e
  WHERE e."noun" = 'approval' AND e."nounId" = a."id"::text AND e."deed" = 'approval.approved'
    AND s."noun" = 'case' AND s."nounId" = a."subjectId"::text AND s."actor" = a."decidedBy"
    AND s."deed" IN ('case.recommend', 'case.uphold', 'case.reduce')
    AND s."seq" < e."seq" AND s."at" >= a."decidedAt" AND s."after" ? 'amount'
  ORDER BY s."seq" DESC LIMIT 1
)
WHERE a."kind" IN ('case', 'appeal') AND a."state" = 'approved';
