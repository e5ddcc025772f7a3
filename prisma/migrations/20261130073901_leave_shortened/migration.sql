-- AlterTable
ALTER TABLE "leave" ADD COLUMN     "plannedTo" VARCHAR(10),
ADD COLUMN     "plannedToHalf" VARCHAR(2);

-- AlterTable
ALTER TABLE "sign_in" ADD COLUMN     "later" BOOLEAN NOT NULL DEFAULT false;
