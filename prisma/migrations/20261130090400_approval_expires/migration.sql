-- AlterTable: what waits gets its hour when the program starts, which knows the hours of the company.
ALTER TABLE "approval" ADD COLUMN     "expiresAt" TIMESTAMPTZ(3);
