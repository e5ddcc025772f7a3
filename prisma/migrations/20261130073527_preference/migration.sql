-- CreateTable
CREATE TABLE "preference" (
    "memberId" TEXT NOT NULL,
    "reminders" BOOLEAN NOT NULL DEFAULT true,
    "quietFrom" VARCHAR(5),
    "quietTo" VARCHAR(5),
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "preference_pkey" PRIMARY KEY ("memberId")
);

-- CreateTable
CREATE TABLE "held_message" (
    "key" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "card" TEXT,
    "notice" TEXT NOT NULL,
    "ref" JSONB NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "held_message_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "held_message_until_idx" ON "held_message"("until");
