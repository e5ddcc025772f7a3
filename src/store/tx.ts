/** What store functions work on; apart from the database's own door, so that nothing has to import that. */
import type pg from 'pg';
import type { Prisma } from './generated/client.ts';

/** The client itself or a transaction of it. */
export type Tx = Prisma.TransactionClient;

/** A session of the driver itself. */
export type Connection = Pick<pg.PoolClient, 'query'>;
