/** The teams of one workspace server, in each of which the same app is installed, and how every door finds the one it means. */
import type { Core } from './core.ts';
import { isUserId } from './identity.ts';
import type { Seed, TeamSeed } from './seed/seed.ts';

/** The teams in order; the first is the one that is meant when nothing says otherwise. */
export class Teams {
  readonly first: Core;
  #all: Core[];

  constructor(first: Core, further: Core[]) {
    this.first = first;
    this.#all = [first, ...further];
  }

  all(): readonly Core[] {
    return this.#all;
  }

  /** The team in which a bot token is valid. */
  ofToken(token: string): Core | undefined {
    return this.#all.find(({ state }) => state.credentials.botToken === token);
  }

  /** The team a response URL leads to, by the path of the URL. */
  ofResponse(path: string): Core | undefined {
    return this.named(path.split('/')[2] ?? '');
  }

  /** A team by its id or domain. */
  named(text: string): Core | undefined {
    return this.#all.find(({ state: { team } }) => team.id === text || team.domain === text);
  }

  /** The team of a person: by id, of which there is one alone, else the first team with somebody of that handle. */
  ofPerson(text: string): Core | undefined {
    const name = text.replace(/^@/, '');
    const byId = this.#all.find(({ state }) => state.people.has(name));
    return byId ?? this.#all.find(({ state }) => [...state.people.values()].some(person => person.name === name));
  }
}

/** Throws a sentence when two teams, or two people anywhere, have the same id, or a person's is not in the form of Slack's. */
export function checkSeed({ further = [], ...first }: Seed): void {
  const all: TeamSeed[] = [first, ...further];
  const twice = [...all.map(({ team }) => team.id), ...all.flatMap(({ people }) => people.map(({ id }) => id))].find(
    (id, index, ids) => ids.indexOf(id) !== index,
  );
  if (twice !== undefined) throw new Error(`The seed has the id "${twice}" twice; ids are unlike in all teams.`);
  const odd = all.flatMap(({ people }) => people).find(({ id }) => !isUserId(id));
  if (odd !== undefined)
    throw new Error(
      `The seed has the user id "${odd.id}"; Slack's are U or W and capital letters or digits: "U012AB3CD".`,
    );
}
