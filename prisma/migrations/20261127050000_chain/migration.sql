-- CreateTable
CREATE TABLE "chain_link" (
    "number" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" VARCHAR(64) NOT NULL,

    CONSTRAINT "chain_link_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "chain_head" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "number" INTEGER NOT NULL,
    "hash" VARCHAR(64) NOT NULL,
    "after" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "chain_head_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "chain_link_seq_key" ON "chain_link"("seq");

-- Links are append-only like the entries they are about, and the head only moves on.
CREATE TRIGGER chain_link_append_only BEFORE UPDATE OR DELETE ON "chain_link"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER chain_link_never_emptied BEFORE TRUNCATE ON "chain_link"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER chain_head_never_moved_back BEFORE UPDATE ON "chain_head"
  FOR EACH ROW WHEN (NEW.number <= OLD.number OR NEW.after <> OLD.after) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER chain_head_kept BEFORE DELETE ON "chain_head"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER chain_head_never_emptied BEFORE TRUNCATE ON "chain_head"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What was recorded before stays as it is, outside of the chain; its first hash is made of where that ends (src/store/chain.ts).
INSERT INTO "chain_head" ("number", "hash", "after")
SELECT 0, encode(sha256(convert_to('["tiaoli chain",' || max("seq") || ']', 'UTF8')), 'hex'), max("seq")
FROM "record" HAVING max("seq") IS NOT NULL;
