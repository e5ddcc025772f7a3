-- AlterTable
ALTER TABLE "rulebook" ADD COLUMN     "settingsAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "rulebook_setting" (
    "name" TEXT NOT NULL,
    "article" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "reading" JSONB NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rulebook_setting_pkey" PRIMARY KEY ("name")
);
