-- AlterTable
ALTER TABLE "outbox" ADD COLUMN     "channel" TEXT;
