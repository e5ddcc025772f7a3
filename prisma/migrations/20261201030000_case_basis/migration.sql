-- AlterTable
ALTER TABLE "violation_case" ADD COLUMN "basis" TEXT;
