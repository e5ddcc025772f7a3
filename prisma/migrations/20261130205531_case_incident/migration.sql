-- AlterTable
ALTER TABLE "violation_case" ADD COLUMN     "incidentId" INTEGER;

-- CreateIndex
CREATE INDEX "violation_case_incidentId_idx" ON "violation_case"("incidentId");
