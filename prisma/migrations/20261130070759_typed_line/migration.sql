-- CreateTable
CREATE TABLE "typed_line" (
    "token" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "line" TEXT NOT NULL,
    "shown" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "takenAt" TIMESTAMPTZ(3),

    CONSTRAINT "typed_line_pkey" PRIMARY KEY ("token")
);

-- CreateIndex
CREATE INDEX "typed_line_at_idx" ON "typed_line"("at");
