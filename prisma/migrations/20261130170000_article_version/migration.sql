-- CreateTable
CREATE TABLE "rulebook" (
    "id" INTEGER NOT NULL,
    "title" JSONB NOT NULL,
    "loadedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rulebook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_version" (
    "number" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "inForceFrom" VARCHAR(10) NOT NULL,
    "body" JSONB NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "article_version_pkey" PRIMARY KEY ("number","version")
);

-- What cases were judged by until now was the first version of each article, whatever the column said.
ALTER TABLE "violation_case" ADD COLUMN "articleVersion" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "violation_case" DROP COLUMN "rulebookVersion";
