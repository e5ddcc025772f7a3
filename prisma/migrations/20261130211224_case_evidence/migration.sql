-- CreateTable
CREATE TABLE "case_evidence" (
    "id" SERIAL NOT NULL,
    "caseId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "url" TEXT,
    "text" TEXT,
    "authorId" TEXT,

    CONSTRAINT "case_evidence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "case_evidence_caseId_idx" ON "case_evidence"("caseId");

-- AddForeignKey
ALTER TABLE "case_evidence" ADD CONSTRAINT "case_evidence_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "violation_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
