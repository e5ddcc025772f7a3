-- AlterTable
ALTER TABLE "member" ADD COLUMN     "updated" INTEGER;
