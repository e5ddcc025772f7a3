/** The local workspace as the program starts it: with our department in it. Only local mode loads this file. */
import { join } from 'node:path';
import { startWorkspace, type Workspace, type WorkspaceOptions, withDifficulties } from '@tiaoli/workspace';
import { CAST, DEPARTMENT, NEWCOMER } from '../../prisma/department.ts';
import type { Config } from '../config.ts';

/** What differs from one start to another; without `seed` the configuration says who is in the team. */
export interface Stay extends Omit<WorkspaceOptions, 'port' | 'directory' | 'elsewhere' | 'pageTitle' | 'firstPerson'> {
  /** Keep nothing on disk. */
  forgetful: boolean;
}

/** Starts it on the configured port; rejects when the port or the folder is taken by another process. */
export function openWorkspace(config: Config, { forgetful, ...options }: Stay): Promise<Workspace> {
  const kept = { directory: join(config.dataDir, 'workspace'), elsewhere: 'set DATA_DIR to another folder' };
  return startWorkspace({
    seed: config.workspaceSeed === 'difficult' ? withDifficulties(DEPARTMENT, CAST) : DEPARTMENT,
    ...options,
    ...(forgetful ? {} : kept),
    port: config.port,
    pageTitle: 'Tiaoli',
    firstPerson: NEWCOMER,
  });
}
