/** Chinese keyboards write figures and signs in full width; what is read by machine is read in half width. */

/** Full-width ASCII, as Chinese keyboards produce it, in its half-width form. Other scripts' digits stay what they are. */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/gu, sign => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/gu, ' ');
}
