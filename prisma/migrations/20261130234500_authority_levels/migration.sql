-- AlterTable
ALTER TABLE "rulebook" ADD COLUMN     "authority" JSONB;

-- The one limit there was stood between two levels.
UPDATE "rulebook" SET "authority" = jsonb_build_array(
  jsonb_build_object('posts', '["manager", "supervisor"]'::jsonb, 'upTo', "authorityLimit", 'staffOnly', '["supervisor"]'::jsonb),
  jsonb_build_object('posts', '["president"]'::jsonb, 'upTo', NULL, 'staffOnly', '[]'::jsonb)
);

ALTER TABLE "rulebook" ALTER COLUMN "authority" SET NOT NULL;

ALTER TABLE "rulebook" DROP COLUMN "authorityLimit";

-- AlterTable
ALTER TABLE "approval" ADD COLUMN     "notBy" TEXT;

-- AlterTable
ALTER TABLE "violation_case" ADD COLUMN     "decidedAs" TEXT;
