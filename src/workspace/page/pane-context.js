/** What the parts of one pane share: a way to open another conversation in it. */
import { useContext } from '/page/vendor/hooks.js';
import { createContext } from '/page/vendor/preact.js';

/** Opens a channel by name or id, or the direct message with a person by their id. */
export const PaneContext = createContext(/** @type {{ open: (place: string) => void }} */ ({ open() {} }));

export function usePane() {
  return useContext(PaneContext);
}
