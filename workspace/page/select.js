/**
 * A choice from a list one can search by typing: one or several, from a fixed list or from one asked for.
 * @typedef {{ value: string, label: string, more?: string }} Option
 * @typedef {{ label: string, options: Option[] }} Group
 */
import { useEffect, useRef, useState } from '/page/vendor/hooks.js';
import { html } from './html.js';
import { usePage } from './page-context.js';
import { usePopup } from './popup.js';

/**
 * @param {{ field: any, placeholder: string, several: boolean, most?: number, value: string[], labelOf: (value: string) => string,
 *   load: (query: string) => Promise<Group[]>, least: number, delay: number, change: (value: string[]) => void, focus: boolean }} props
 */
export function Select({
  field,
  placeholder,
  several,
  most = Infinity,
  value,
  labelOf,
  load,
  least,
  delay,
  change,
  focus,
}) {
  const { words } = usePage();
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const [groups, setGroups] = useState(/** @type {Group[] | null} */ (null));
  const [at, setAt] = useState(0);
  const [problem, setProblem] = useState('');
  const anchor = useRef(/** @type {HTMLDivElement | null} */ (null));
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  /** Whether Enter was pressed before the list had come: then its first is chosen once it is there. */
  const hasty = useRef(false);
  const close = () => {
    hasty.current = false;
    setOpen(false);
    setQuery('');
  };
  const popup = usePopup(open, anchor, close);
  const short = [...query].length < least;

  useEffect(() => {
    if (!open || short) return;
    let wanted = true;
    setGroups(null);
    setProblem('');
    const timer = setTimeout(
      () => {
        load(query).then(
          found => {
            if (!wanted) return;
            setGroups(found);
            setAt(0);
            if (hasty.current) choose(found.flatMap(({ options }) => options).find(isFree));
            hasty.current = false;
          },
          error => {
            if (!wanted) return;
            setGroups([]);
            setProblem(error instanceof Error ? error.message : String(error));
          },
        );
      },
      query === '' ? 0 : delay,
    );
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [open, query]);

  const isFree = option => !several || !value.includes(option.value);
  const shown = (groups ?? []).map(group => ({
    ...group,
    options: group.options.filter(isFree),
  }));
  const flat = shown.flatMap(group => group.options);
  const optionId = index => `${field.id}-option-${index}`;
  useEffect(() => {
    if (open) document.getElementById(optionId(at))?.scrollIntoView({ block: 'nearest' });
  }, [at, open]);

  const choose = option => {
    if (!option) return;
    if (several) {
      if (value.length < most) change([...value, option.value]);
      setQuery('');
    } else {
      change([option.value]);
      close();
    }
    input.current?.focus();
  };
  const press = event => {
    if (event.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      if (open) setAt(Math.max(0, Math.min(flat.length - 1, at + step)));
      setOpen(true);
    } else if (event.key === 'Enter') {
      if (open && groups === null && !short) hasty.current = true;
      else if (open) choose(flat[at]);
    } else if (event.key === 'Escape' && open) close();
    else if (event.key === 'Backspace' && query === '' && several && value.length > 0)
      return change(value.slice(0, -1));
    else if (event.key === 'Tab') return close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const typing = open || several;
  return html`<div class=${field.invalid ? 'select wrong' : 'select'} ref=${anchor}
    onClick=${() => {
      setOpen(true);
      input.current?.focus();
    }}>
    ${
      several &&
      value.map(
        each => html`<span class="chip" key=${each}>${labelOf(each)}
          <button type="button" aria-label=${words.remove(labelOf(each))}
            onClick=${event => {
              event.stopPropagation();
              change(value.filter(other => other !== each));
            }}>×</button>
        </span>`,
      )
    }
    <input ref=${input} id=${field.id} class="select-input" role="combobox" autocomplete="off" spellcheck=${false}
      aria-expanded=${open} aria-controls=${open ? `${field.id}-list` : undefined} aria-autocomplete="list"
      aria-activedescendant=${open && flat[at] ? optionId(at) : undefined}
      aria-label=${field.labelled ? undefined : placeholder} aria-invalid=${field.invalid ? 'true' : undefined}
      aria-describedby=${field.described} aria-required=${field.required ? 'true' : undefined}
      data-focus=${focus ? 'true' : undefined}
      placeholder=${several && value.length > 0 ? '' : typing && value[0] && !several ? labelOf(value[0]) : placeholder}
      value=${typing ? query : value[0] ? labelOf(value[0]) : ''}
      onInput=${event => {
        hasty.current = false;
        setQuery(event.currentTarget.value);
        setOpen(true);
      }}
      onKeyDown=${press} onBlur=${event => !popup.current?.contains(event.relatedTarget) && close()} />
    ${
      !several && value.length > 0 && !field.required
        ? html`<button type="button" class="select-clear" aria-label=${words.clear}
            onClick=${event => {
              event.stopPropagation();
              change([]);
            }}>×</button>`
        : html`<span class="select-arrow" aria-hidden="true"></span>`
    }
    ${
      open &&
      html`<div ref=${popup} popover="manual" class="popup" role="listbox" id=${`${field.id}-list`} aria-label=${placeholder}
        aria-multiselectable=${several ? 'true' : undefined} onMouseDown=${event => event.preventDefault()} onClick=${event => event.stopPropagation()}>
        ${short && html`<div class="popup-note" role="option" aria-disabled="true" aria-selected="false">${words.typeMore(least)}</div>`}
        ${!short && groups === null && html`<div class="popup-note" role="option" aria-disabled="true" aria-selected="false">${words.searching}</div>`}
        ${!short && groups !== null && flat.length === 0 && html`<div class="popup-note" role="option" aria-disabled="true" aria-selected="false">${problem || words.nothingFound}</div>`}
        ${several && value.length >= most && html`<div class="popup-note" role="option" aria-disabled="true" aria-selected="false">${words.mostChosen(most)}</div>`}
        ${!short && drawGroups(shown, at, value, optionId, choose)}
      </div>`
    }
  </div>`;
}

/**
 * @param {Group[]} groups
 * @param {number} at
 * @param {string[]} value
 * @param {(index: number) => string} optionId
 * @param {(option: Option) => void} choose
 */
function drawGroups(groups, at, value, optionId, choose) {
  let index = -1;
  return groups.map((group, place) => {
    const options = group.options.map(option => {
      index += 1;
      return html`<div id=${optionId(index)} role="option" class=${index === at ? 'popup-item at' : 'popup-item'}
        aria-selected=${value.includes(option.value)} onClick=${() => choose(option)}>
        <span>${option.label}</span>${option.more && html`<span class="quiet">${option.more}</span>`}
      </div>`;
    });
    if (group.label === '' || options.length === 0) return options;
    const name = `${optionId(0)}-group-${place}`;
    return html`<div role="group" aria-labelledby=${name}><div class="popup-group" id=${name}>${group.label}</div>${options}</div>`;
  });
}
