/** `assistant.threads.*` where nobody has opened an assistant: the scopes and channels are looked at, and no thread is one. */
import { channelArgument, requiredText } from './arguments.ts';
import { type Call, type Method, MethodError } from './method.ts';

/** Answers what Slack does for a thread that is not an assistant's. */
function run(call: Call): never {
  channelArgument(call, 'channel_id');
  requiredText(call, 'thread_ts');
  throw new MethodError('invalid_thread_ts');
}

export const assistantMethods: Method[] = [
  { name: 'assistant.threads.setStatus', token: 'bot', scopes: ['chat:write', 'assistant:write'], run },
  { name: 'assistant.threads.setSuggestedPrompts', token: 'bot', scopes: ['assistant:write'], run },
  { name: 'assistant.threads.setTitle', token: 'bot', scopes: ['assistant:write'], run },
];
