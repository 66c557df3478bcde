import type { FileChooser, Page } from 'playwright-core';
import { eventually } from '#libs/platform/testing';

/** What has the focus, as a reader of screens would hear it, and what is wrong with how it is shown. */
interface Stop {
  /** Element, or kind of input, and its name: `BUTTON Nộp hồ sơ`, `RADIO Cá nhân`. */
  readonly is: string;
  readonly wrong: string | null;
}

/** WCAG 2.2, 2.4.7, 2.4.11 and 1.4.11: a ring of two pixels at least, with 3 : 1 on what is behind it, and nothing over it. */
const STOP = `(() => {
  const el = document.activeElement;
  if (!el || el === document.body || el === document.documentElement) return { is: 'BODY', wrong: null };
  const words = (text) => (text ?? '').replace(/\\s+/g, ' ').trim();
  const byIds = words((el.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' '));
  const name = words(el.getAttribute('aria-label')) || byIds || words([...(el.labels ?? [])].map((label) => label.textContent).join(' ')) || words(el.textContent);
  const kind = el.tagName === 'INPUT' && /radio|checkbox|range/.test(el.type) ? el.type.toUpperCase() : el.tagName;
  const is = (kind + ' ' + name).slice(0, 160);
  // A heading that took the focus with its page is no stop of Tab.
  if (el.tabIndex < 0) return { is, wrong: null };
  const light = (rgb) => { const [r, g, b] = rgb.map((each) => { const part = each / 255; return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const colors = (text) => [...text.matchAll(/rgba?\\(([^)]+)\\)/g)].map(([, parts]) => parts.split(/[ ,\\/]+/).map(Number)).filter((all) => all[3] !== 0).map((all) => all.slice(0, 3));
  const behind = (from) => { for (let at = from; at; at = at.parentElement) { const [color] = colors(getComputedStyle(at).backgroundColor); if (color) return color; } return [255, 255, 255]; };
  const against = (one, other) => { const [high, low] = [light(one), light(other)].sort((a, b) => b - a); return (high + 0.05) / (low + 0.05); };
  // The ring may stand on the label of a control that is not drawn itself, or on the box around it.
  const shown = [el, ...(el.labels ?? []), el.nextElementSibling, el.parentElement, el.closest('.vd-combobox, .ant-select, .vd-filter, .vd-date')].filter(Boolean);
  const ring = shown.some((each) => { const style = getComputedStyle(each); return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 &&
    colors(style.outlineColor + ' ' + style.boxShadow).some((color) => against(color, behind(each.parentElement)) >= 3); });
  const boxes = shown.slice(0, 1 + (el.labels?.length ?? 0)).map((each) => each.getBoundingClientRect()).filter(({ width, height }) => width > 1 && height > 1);
  const seen = boxes.some((box) => {
    const [left, top, right, bottom] = [Math.max(0, box.left), Math.max(0, box.top), Math.min(innerWidth, box.right), Math.min(innerHeight, box.bottom)];
    if (right <= left || bottom <= top) return false;
    return [[(left + right) / 2, (top + bottom) / 2], [left + 3, top + 3], [right - 3, bottom - 3]].some(([x, y]) => {
      const there = document.elementFromPoint(x, y);
      return there && shown.some((each) => each === there || each.contains(there) || there.contains(each) && each === el);
    });
  });
  return { is, wrong: !ring ? 'no ring: ' + is : !seen ? 'covered: ' + is : null };
})()`;

/** More stops than any page has. */
const MOST = 260;

/** Somebody without a mouse: everything here goes through `page.keyboard`. */
export class Keys {
  readonly #wrong = new Set<string>();

  constructor(readonly page: Page) {}

  /** Where the focus was not seen on the way. */
  get wrong(): readonly string[] {
    return [...this.#wrong];
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** What has the focus now. */
  async here(): Promise<string> {
    const { is, wrong } = await this.page.evaluate<Stop>(STOP);
    if (wrong !== null) this.#wrong.add(wrong);
    return is;
  }

  /** Goes on with Tab until what is meant has the focus; it may be on its way to the page. */
  async to(meant: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const passed: string[] = [];
    await eventually(
      `Tab leads to ${String(meant)}`,
      async () => {
        passed.length = 0;
        for (let presses = 0; presses < MOST; presses += 1) {
          const here = await this.here();
          if (meant.test(here)) return true;
          // Once around.
          if (presses > 3 && here !== 'BODY' && here === passed[0]) return false;
          passed.push(here);
          await this.page.keyboard.press(key);
        }
        return false;
      },
      20_000,
    ).catch((cause: unknown) => {
      throw new Error(`Tab does not lead to ${String(meant)} but to: ${[...new Set(passed)].join(' | ')}`, { cause });
    });
  }

  /** Goes to a link or button and presses it. */
  async use(meant: RegExp): Promise<void> {
    await this.to(meant);
    await this.page.keyboard.press('Enter');
  }

  /** Goes to a field and types over what stands in it. */
  async fill(meant: RegExp, text: string): Promise<void> {
    await this.to(meant);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(text);
  }

  /** Goes to a field and puts a long text in the place of what stands in it, as from the clipboard. */
  async paste(meant: RegExp, text: string): Promise<void> {
    await this.to(meant);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.insertText(text);
  }

  /** Goes to the group of a radio and on with the arrows until it is the one; going there chooses it. */
  async choose(group: RegExp, meant: RegExp): Promise<void> {
    await this.to(group);
    if (meant.test(await this.here())) await this.page.keyboard.press('Space');
    else await this.#arrow(async () => meant.test(await this.here()));
  }

  /** Goes to a native list and on with the arrows until it shows what is meant. */
  async select(list: RegExp, meant: RegExp): Promise<void> {
    await this.to(list);
    const shown = () => this.page.evaluate<string>("document.activeElement.selectedOptions?.[0]?.text ?? ''");
    if (meant.test(await shown())) return;
    await this.page.keyboard.press('Home');
    if (meant.test(await shown())) return;
    await this.#arrow(async () => meant.test(await shown()));
  }

  /** Goes to a list to type in, types, and takes the first that fits. */
  async pick(list: RegExp, typed: string, meant: string): Promise<void> {
    await this.to(list);
    await this.page.keyboard.type(typed);
    await this.page.locator('.ant-select-item-option-active', { hasText: meant }).waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Goes to the button for files, presses it and gives it one. */
  async attach(button: RegExp, file: string): Promise<void> {
    // Asked for before the way there: the debugger takes a moment to stand between the page and its dialog.
    const asked: Promise<FileChooser> = this.page.waitForEvent('filechooser');
    // Where the way leads nowhere, that is told, and not that nothing was asked for.
    asked.catch(() => undefined);
    await this.to(button);
    // Chromium takes the space bar for a hand that may open its dialog; the Enter that a debugger sends it does not.
    await this.page.keyboard.press('Space');
    await (await asked).setFiles(file);
  }

  async #arrow(there: () => Promise<boolean>): Promise<void> {
    for (let presses = 0; presses < 40; presses += 1) {
      await this.page.keyboard.press('ArrowDown');
      if (await there()) return;
    }
    throw new Error(`The arrows lead nowhere: ${await this.here()}`);
  }
}
