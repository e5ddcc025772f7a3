-- AlterTable
ALTER TABLE "rulebook" ADD COLUMN     "unit" TEXT NOT NULL DEFAULT 'yuan';
