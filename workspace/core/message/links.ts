/** Names and addresses in a text made links, as Slack makes them; what is code or a link already is left alone. */

/** Where nothing is a name or a command to everyone: code, links, and web addresses, which become links. */
const LITERAL =
  /(```[\s\S]*?```|`[^`\n]+`|<[^<>\n]*>|\bhttps?:\/\/(?:(?!&[lg]t;)[^\s<>|，。；：！？、）】》」])*(?!&[lg]t;)[^\s<>|，。；：！？、）】》」.,;:!?)'"\]])/;

/** `@here`, `@channel` and `@everyone` as words of their own. */
const EVERYONE = /(?<![\w.+&/<|-])@(here|channel|everyone)\b/g;

const MAIL = /(?<![\w.+/:@<|-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?![\w@-])/gi;

/** Text as Slack stores it: the three characters with a meaning replaced. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What stands between the signs where they mean something: a person, a channel, a call, or an address with what it is called. */
const MEANT = /(<(?:[@#!][^<>\n]+|[a-z][a-z0-9+.-]*:[^<>\n]+)>)/i;

/** An app's text as Slack stores it: where the three characters mean nothing they are replaced; what is written escaped stays. */
export function escapeLoose(text: string): string {
  const named = text.replace(/&(?!(?:amp|lt|gt);)/g, '&amp;');
  return named
    .split(MEANT)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll('<', '&lt;').replaceAll('>', '&gt;')))
    .join('');
}

/** The text with every web address made a link; `otherwise` does what more is to be done with the words between. */
export function linkAddresses(text: string, otherwise = (words: string): string => words): string {
  return text
    .split(LITERAL)
    .map((part, index) => {
      if (index % 2 === 0) return otherwise(part);
      return part.startsWith('http') ? `<${part}>` : part;
    })
    .join('');
}

/** The words with calls to everyone and mail addresses made links. */
export function linkCalls(words: string): string {
  return words.replace(EVERYONE, '<!$1>').replace(MAIL, '<mailto:$&|$&>');
}

/** Names after the sign, the longest that is known; not inside addresses, and never a part of a longer Latin word. */
export function replaceNames(text: string, sign: '@' | '#', link: (name: string) => string | undefined): string {
  return text.replace(
    new RegExp(`(?<![\\w.+&/<|-]|&lt;)${sign}([\\p{L}\\p{N}._-]{1,80})`, 'gu'),
    (whole, word: string) => {
      for (let end = word.length; end > 0; end -= 1) {
        const [name, rest] = [word.slice(0, end), word.slice(end)];
        // "carol2" is not carol and a 2; but what follows in Chinese script needs no space.
        const found = /^[A-Za-z0-9_]/.test(rest) ? undefined : link(name);
        if (found) return found + rest;
      }
      return whole;
    },
  );
}
