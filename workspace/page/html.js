/** Templates become elements here: htm bound to preact, and a component that draws again only when a property changed. */
import htm from '/page/vendor/htm.js';
import { Component, h } from '/page/vendor/preact.js';

/** @type {(strings: TemplateStringsArray, ...values: unknown[]) => any} */
export const html = /** @type {any} */ (htm).bind(h);

/**
 * The component, drawn again only when one of its properties is another value than before.
 * @param {(props: any) => any} draw
 */
export function memo(draw) {
  return class extends Component {
    /**
     * @override
     * @param {Record<string, unknown>} next
     */
    shouldComponentUpdate(next) {
      const now = /** @type {Record<string, unknown>} */ (this.props);
      for (const key in next) if (next[key] !== now[key]) return true;
      for (const key in now) if (!(key in next)) return true;
      return false;
    }

    /** @override */
    render() {
      return h(draw, this.props);
    }
  };
}
