-- CreateIndex
CREATE INDEX "occurrence_duty_dueAt_idx" ON "occurrence"("duty", "dueAt");
