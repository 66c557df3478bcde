/** Whether somebody is typing: what he presses is then a text and nothing else. */
export function isTyping({ target, isComposing, keyCode, code }: KeyboardEvent): boolean {
  // Input methods send 229, or no physical key at all, while they compose.
  if (isComposing || keyCode === 229 || code === '') return true;
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type)) ||
    target.getAttribute('role') === 'combobox'
  );
}

const OFF = 'vinhdanh:single-keys-off';

/** Whether `/` and `?` do something: whoever speaks to his machine may want that they do not (WCAG 2.1.4). */
export const singleKeysOn = (): boolean => localStorage.getItem(OFF) === null;

export function turnSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, '1');
}

/** A sign pressed alone, which is neither a letter of Telex nor a digit of VNI. */
export const isAlone = (event: KeyboardEvent, sign: '/' | '?'): boolean =>
  event.key === sign && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event) && singleKeysOn();

/** Whether a dialog is over the page: its keys are its own. */
export const underDialog = (): boolean => document.querySelector('.vd-dialog') !== null;
