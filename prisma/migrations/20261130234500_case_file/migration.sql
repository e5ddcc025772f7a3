-- AlterTable
ALTER TABLE "case_evidence" ADD COLUMN "fileId" TEXT;
