/** Why a start failed, in a sentence with what whoever started the program can put right. */
import type { Config } from '../config.ts';
import type { Locale } from '../kernel/locale.ts';
import { SlackUnavailable } from '../slack/connect.ts';
import { DatabaseUnusable } from '../store/database.ts';
import { FolderTaken } from '../store/lock.ts';
import { type StartupWords, startupWords } from './words.ts';

/** A start that cannot be, with its sentence in each language; `message` has it in the one given. */
export class StartFailure extends Error {
  readonly sentenceIn: (locale: Locale) => string;
  constructor(sentenceIn: (locale: Locale) => string, locale: Locale = 'en') {
    super(sentenceIn(locale));
    this.sentenceIn = sentenceIn;
  }
}

/** The sentence for what a start was rejected with. A fault nobody has foreseen speaks for itself. */
export function startFailure(fault: unknown, config: Config, locale: Locale): string {
  const { start } = startupWords(locale);
  const { code, syscall, message } = fault as { code?: unknown; syscall?: unknown; message?: unknown };
  if (code === 'EADDRINUSE') return start.portTaken(...portOf(fault, config));
  if (code === 'EACCES' && syscall === 'listen') return start.portDenied(...portOf(fault, config));
  if (code === 'EACCES' || code === 'EROFS' || code === 'ENOSPC')
    return start.unwritable(String(message), config.dataDir);
  if (fault instanceof StartFailure) return fault.sentenceIn(locale);
  if (fault instanceof SlackUnavailable) return slackFailure(fault, start);
  return openingFailure(fault, locale);
}

/** The sentence for what opening a database was rejected with. */
export function openingFailure(fault: unknown, locale: Locale): string {
  const { start } = startupWords(locale);
  if (fault instanceof FolderTaken) return start.folderTaken(fault.folder, fault.pid);
  if (fault instanceof DatabaseUnusable) {
    const { source, reason } = fault;
    if (source.kind === 'server') return start.serverUnusable(new URL(source.url).host, reason);
    if (source.kind === 'folder') return start.embeddedUnusable(source.path, reason);
  }
  return fault instanceof Error ? fault.message : String(fault);
}

function slackFailure({ why, address, token, page, reason }: SlackUnavailable, start: StartupWords['start']): string {
  if (why === 'refused') return start.tokenRefused(token, page, reason);
  return why === 'busy' ? start.slackBusy(address, reason) : start.slackUnreachable(address, reason);
}

/** The port that could not be had, and the setting it comes from. */
function portOf(fault: unknown, { port, metrics, slack }: Config): [port: number, setting: 'PORT' | 'METRICS_PORT'] {
  const { port: wanted = port } = fault as { port?: number };
  // Socket Mode listens nowhere else.
  const forMetrics = wanted === metrics?.port && (slack.mode === 'socket' || wanted !== port);
  return [wanted, forMetrics ? 'METRICS_PORT' : 'PORT'];
}
