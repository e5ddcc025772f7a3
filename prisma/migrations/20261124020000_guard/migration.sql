-- The record is append-only, whoever holds the connection.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The record is append-only: % is refused', TG_OP;
END $$;

CREATE TRIGGER record_append_only BEFORE UPDATE OR DELETE ON "record"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER record_never_emptied BEFORE TRUNCATE ON "record"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A matter stands before one authority at a time.
CREATE UNIQUE INDEX "approval_pending_once" ON "approval" ("kind", "subjectId") WHERE "state" = 'pending';

-- A month has one monthly meeting (2.4), whoever sets it at the same moment.
CREATE UNIQUE INDEX "meeting_monthly_once" ON "meeting" (left("date", 7)) WHERE "kind" = 'monthly';

-- A member holds a post once at a time, whoever gives it at the same moment.
CREATE UNIQUE INDEX "post_held_once" ON "post" ("memberId", "post") WHERE "until" IS NULL;
