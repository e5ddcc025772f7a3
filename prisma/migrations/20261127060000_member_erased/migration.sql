-- AlterTable
ALTER TABLE "member" ADD COLUMN     "erasedAt" TIMESTAMPTZ(3);
