/** The app's Home tab for one person. Opening it tells the app, so it is opened again only when the app published meanwhile. */
import { useEffect, useRef, useState } from '/page/vendor/hooks.js';
import { ask } from './api.js';
import { Blocks } from './blocks.js';
import { html } from './html.js';
import { useHints } from './live.js';
import { usePage } from './page-context.js';
import { SurfaceContext, useNewSurface } from './surface.js';

const OWN_ECHO_MS = 1500;

/** @param {{ user: string }} props */
export function Home({ user }) {
  const { words, nameOf, fail } = usePage();
  const [view, setView] = useState(/** @type {any} */ (undefined));
  const state = useRef({ asking: false, until: 0 });
  const load = async () => {
    if (state.current.asking) return;
    state.current.asking = true;
    try {
      setView((await ask('/human/home', { user })).view);
    } catch (error) {
      fail(error);
    } finally {
      state.current = { asking: false, until: performance.now() + OWN_ECHO_MS };
    }
  };
  useEffect(() => {
    load();
  }, []);
  useHints(hint => {
    const echo = state.current.asking || performance.now() < state.current.until;
    if (hint.type === 'reconnected' || (hint.type === 'home' && hint.user === user && !echo)) load();
  });
  if (view === undefined)
    return html`<div class="scroller"><p class="empty" aria-busy="true">${words.loading}</p></div>`;
  return html`<div class="scroller home" tabindex="0" role="region" aria-label=${words.ofPerson(words.home, nameOf(user))}>
    ${view === null ? html`<p class="empty">${words.homeEmpty}</p>` : html`<${HomeView} key=${view.id} user=${user} view=${view} />`}
  </div>`;
}

function HomeView({ user, view }) {
  const surface = useNewSurface({ user, target: { view_id: view.id }, blocks: view.blocks });
  return html`<div class="home-body"><${SurfaceContext.Provider} value=${surface}><${Blocks} blocks=${view.blocks} /><//></div>`;
}
