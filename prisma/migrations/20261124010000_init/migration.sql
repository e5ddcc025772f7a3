-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "member" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "handle" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'zh-CN',
    "zone" TEXT NOT NULL DEFAULT 'Asia/Shanghai',
    "deactivated" BOOLEAN NOT NULL DEFAULT false,
    "guest" BOOLEAN NOT NULL DEFAULT false,
    "bot" BOOLEAN NOT NULL DEFAULT false,
    "external" BOOLEAN NOT NULL DEFAULT false,
    "leaderId" TEXT,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post" (
    "id" SERIAL NOT NULL,
    "memberId" TEXT NOT NULL,
    "post" TEXT NOT NULL,
    "givenBy" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delegation" (
    "id" SERIAL NOT NULL,
    "principalId" TEXT NOT NULL,
    "delegateId" TEXT NOT NULL,
    "from" VARCHAR(10) NOT NULL,
    "to" VARCHAR(10) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "delegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "date" VARCHAR(10) NOT NULL,
    "working" BOOLEAN NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "setBy" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("date")
);

-- CreateTable
CREATE TABLE "occurrence" (
    "duty" TEXT NOT NULL,
    "date" VARCHAR(10) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "ranAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,

    CONSTRAINT "occurrence_pkey" PRIMARY KEY ("duty","date")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "uuid" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "card" TEXT,
    "notice" TEXT NOT NULL,
    "ref" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "doubt" BOOLEAN NOT NULL DEFAULT false,
    "runAt" TIMESTAMPTZ(3) NOT NULL,
    "owner" TEXT,
    "leaseUntil" TIMESTAMPTZ(3),
    "error" TEXT,
    "ts" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "card" (
    "key" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "ts" TEXT NOT NULL,
    "notice" TEXT NOT NULL,
    "ref" JSONB NOT NULL,

    CONSTRAINT "card_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "receipt" (
    "key" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "answer" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "receipt_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "record" (
    "seq" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "deed" TEXT NOT NULL,
    "noun" TEXT NOT NULL,
    "nounId" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "record_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "meeting" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "date" VARCHAR(10) NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "setBy" TEXT,
    "openedAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "late" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in" (
    "meetingId" INTEGER NOT NULL,
    "memberId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3),
    "status" TEXT NOT NULL,

    CONSTRAINT "sign_in_pkey" PRIMARY KEY ("meetingId","memberId")
);

-- CreateTable
CREATE TABLE "report" (
    "meetingId" INTEGER NOT NULL,
    "memberId" TEXT NOT NULL,
    "yesterday" TEXT NOT NULL,
    "today" TEXT NOT NULL,
    "blockers" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_pkey" PRIMARY KEY ("meetingId","memberId")
);

-- CreateTable
CREATE TABLE "punch" (
    "memberId" TEXT NOT NULL,
    "date" VARCHAR(10) NOT NULL,
    "slot" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "punch_pkey" PRIMARY KEY ("memberId","date","slot")
);

-- CreateTable
CREATE TABLE "leave" (
    "id" SERIAL NOT NULL,
    "memberId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "from" VARCHAR(10) NOT NULL,
    "fromHalf" VARCHAR(2) NOT NULL,
    "to" VARCHAR(10) NOT NULL,
    "toHalf" VARCHAR(2) NOT NULL,
    "halfDays" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "emergency" BOOLEAN NOT NULL DEFAULT false,
    "provisional" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL,
    "papers" TEXT NOT NULL DEFAULT 'none',
    "papersDueOn" VARCHAR(10),
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "leave_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "violation_case" (
    "id" SERIAL NOT NULL,
    "accusedId" TEXT NOT NULL,
    "filerId" TEXT NOT NULL,
    "article" TEXT NOT NULL,
    "tier" TEXT NOT NULL,
    "rulebookVersion" TEXT NOT NULL,
    "date" VARCHAR(10) NOT NULL,
    "facts" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "amount" INTEGER,
    "notice" BOOLEAN NOT NULL DEFAULT false,
    "consequence" TEXT,
    "state" TEXT NOT NULL,
    "recommendation" TEXT,
    "recommendedBy" TEXT,
    "recommendedFor" TEXT,
    "decidedBy" TEXT,
    "decidedFor" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "decisionReason" TEXT,
    "appeal" TEXT,
    "appealedAt" TIMESTAMPTZ(3),
    "source" TEXT,
    "filedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "violation_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_answer" (
    "id" SERIAL NOT NULL,
    "caseId" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approval" (
    "id" SERIAL NOT NULL,
    "token" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "requesterId" TEXT NOT NULL,
    "concernsId" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "escalated" BOOLEAN NOT NULL DEFAULT false,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "remindAt" TIMESTAMPTZ(3),
    "escalateAt" TIMESTAMPTZ(3),
    "remindedAt" TIMESTAMPTZ(3),
    "decidedBy" TEXT,
    "onBehalfOf" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "approval_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "post_memberId_idx" ON "post"("memberId");

-- CreateIndex
CREATE INDEX "delegation_delegateId_idx" ON "delegation"("delegateId");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_key_key" ON "outbox"("key");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_uuid_key" ON "outbox"("uuid");

-- CreateIndex
CREATE INDEX "outbox_state_runAt_idx" ON "outbox"("state", "runAt");

-- CreateIndex
CREATE INDEX "outbox_recipient_state_idx" ON "outbox"("recipient", "state");

-- CreateIndex
CREATE INDEX "outbox_card_idx" ON "outbox"("card");

-- CreateIndex
CREATE INDEX "receipt_at_idx" ON "receipt"("at");

-- CreateIndex
CREATE INDEX "record_noun_nounId_idx" ON "record"("noun", "nounId");

-- CreateIndex
CREATE INDEX "meeting_state_closesAt_idx" ON "meeting"("state", "closesAt");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_kind_date_key" ON "meeting"("kind", "date");

-- CreateIndex
CREATE INDEX "punch_date_idx" ON "punch"("date");

-- CreateIndex
CREATE INDEX "leave_memberId_from_idx" ON "leave"("memberId", "from");

-- CreateIndex
CREATE INDEX "leave_state_from_idx" ON "leave"("state", "from");

-- CreateIndex
CREATE UNIQUE INDEX "violation_case_source_key" ON "violation_case"("source");

-- CreateIndex
CREATE INDEX "violation_case_accusedId_date_idx" ON "violation_case"("accusedId", "date");

-- CreateIndex
CREATE UNIQUE INDEX "approval_token_key" ON "approval"("token");

-- CreateIndex
CREATE INDEX "approval_state_idx" ON "approval"("state");

-- CreateIndex
CREATE INDEX "case_answer_caseId_idx" ON "case_answer"("caseId");

-- CreateIndex
CREATE INDEX "approval_kind_subjectId_idx" ON "approval"("kind", "subjectId");

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_leaderId_fkey" FOREIGN KEY ("leaderId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in" ADD CONSTRAINT "sign_in_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_answer" ADD CONSTRAINT "case_answer_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "violation_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
