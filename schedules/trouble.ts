/** What comes too late to be of use is told to the leaders, gathered. */
export { tellMissed as missed } from '../src/features/trouble/workflow.ts';
