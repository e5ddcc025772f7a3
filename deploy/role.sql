-- The bot's own role: it reads and writes what the department does, and can neither alter the tables nor change the
-- record. Run by the owner of the database once all migrations are in, and again after an update that brought new ones:
--
--   DATABASE_URL=postgresql://tiaoli_owner:…@host/tiaoli npx prisma migrate deploy
--   psql postgresql://tiaoli_owner:…@host/tiaoli -v ON_ERROR_STOP=1 -f deploy/role.sql
--   psql postgresql://tiaoli_owner:…@host/tiaoli -c '\password tiaoli_app'
--
-- The bot then runs with DATABASE_URL=postgresql://tiaoli_app:…@host/tiaoli. With every migration in place it applies
-- none; with one missing it refuses to start and says so.

BEGIN;

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'tiaoli_app') THEN
    CREATE ROLE tiaoli_app;
  END IF;
END $$;
ALTER ROLE tiaoli_app LOGIN NOCREATEDB NOCREATEROLE NOINHERIT CONNECTION LIMIT 40;

-- Whoever is not named here finds nothing.
DO $$
BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM tiaoli_app', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO tiaoli_app', current_database());
END $$;
REVOKE ALL ON SCHEMA public FROM PUBLIC, tiaoli_app;
GRANT USAGE ON SCHEMA public TO tiaoli_app;

-- All tables, those of later migrations once this is run again.
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, tiaoli_app;
REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM PUBLIC, tiaoli_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO tiaoli_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO tiaoli_app;

-- The record and its chain are only added to, and migrations are only looked at. Triggers say the first to everybody; this
-- cannot be switched off by the bot. The head of the chain is one row, which moves on.
REVOKE UPDATE, DELETE ON "record", "chain_link" FROM tiaoli_app;
REVOKE DELETE ON "chain_head" FROM tiaoli_app;
REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM tiaoli_app;

-- What waits for ever would keep everybody else waiting too.
ALTER ROLE tiaoli_app SET lock_timeout = '10s';
ALTER ROLE tiaoli_app SET statement_timeout = '30s';
ALTER ROLE tiaoli_app SET idle_in_transaction_session_timeout = '60s';

COMMIT;
