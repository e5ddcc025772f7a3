-- AlterTable
ALTER TABLE "violation_case" ADD COLUMN     "ordinal" INTEGER;
