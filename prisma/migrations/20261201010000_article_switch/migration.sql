-- CreateTable
CREATE TABLE "article_switch" (
    "id" SERIAL NOT NULL,
    "article" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "offFrom" VARCHAR(10) NOT NULL,
    "offBy" TEXT NOT NULL,
    "offAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "onFrom" VARCHAR(10),
    "onBy" TEXT,
    "onAt" TIMESTAMPTZ(3),
    "onReason" TEXT,

    CONSTRAINT "article_switch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "article_switch_article_idx" ON "article_switch"("article");

-- An article is switched off once at a time, whoever does it at the same moment.
CREATE UNIQUE INDEX "article_switch_off_once" ON "article_switch" ("article") WHERE "onAt" IS NULL;
