-- AlterTable
ALTER TABLE "rulebook" ADD COLUMN     "authorityLimit" INTEGER NOT NULL DEFAULT 30000;
