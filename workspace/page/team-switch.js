/**
 * The name of the team at the top of the page; where the workspace holds several, the choice among them.
 * @typedef {{ id: string, name: string, people: string[] }} Team
 */
import { html } from './html.js';
import { inLanguage } from './name.js';
import { usePage } from './page-context.js';

/** @param {{ team: string, teams: Team[], onChoose: (team: Team) => void }} props */
export function TeamSwitch({ team, teams, onChoose }) {
  const { words, language } = usePage();
  const chosen = teams.find(each => each.id === team) ?? teams[0];
  if (teams.length < 2) return html`<span>${inLanguage(chosen?.name ?? '', language)}</span>`;
  /** @param {Event & { currentTarget: HTMLSelectElement }} event */
  const choose = event => {
    const next = teams.find(each => each.id === event.currentTarget.value);
    if (next) onChoose(next);
  };
  return html`<select class="input team-switch" aria-label=${words.team} onChange=${choose}>
    ${teams.map(each => html`<option value=${each.id} selected=${each.id === chosen?.id}>${inLanguage(each.name, language)}</option>`)}
  </select>`;
}
