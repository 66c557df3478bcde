import { readFileSync, writeFileSync } from 'node:fs';
import { colors, cssVariables } from '../../apps/web/src/theme/css-variables.js';
import tokens from '../../apps/web/src/theme/tokens.json' with { type: 'json' };

const sheet = 'apps/web/src/theme/tokens.css';

/** The share of light of a colour, by WCAG 2.2. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((first, second) => second - first);
  return (light + 0.05) / (dark + 0.05);
}

const colorOf = (name: string): string => {
  const color = colors[name];
  if (!color) throw new Error(`No colour ${name}.`);
  return color;
};

describe('The look', () => {
  it('has the contrasts that its design measured', () => {
    const weak = tokens.contrast
      .map(({ on, of, least }) => ({ of, on, least, is: contrast(colorOf(on), colorOf(of)) }))
      .filter(({ is, least }) => Math.round(is * 10) / 10 < least);
    expect(weak).toEqual([]);
  });

  it('writes text with 5.8 : 1 and borders of controls with 3.8 : 1 at least', () => {
    const least = (name: string) =>
      Math.min(
        ...tokens.contrast.filter(({ of }) => of === name).map(({ on, of }) => contrast(colorOf(on), colorOf(of))),
      );
    const texts = new Set(tokens.contrast.map(({ of }) => of).filter((of) => of !== 'vien'));
    expect([...texts].filter((name) => least(name) < 5.75)).toEqual([]);
    expect(Math.round(least('vien') * 10) / 10).toBeGreaterThanOrEqual(3.8);
  });

  it('is red for what is overdue or wrong, and for nothing else', () => {
    const reds = Object.entries(colors).filter(([, color]) => isRed(color));
    expect(reds.map(([name]) => name)).toEqual(['over']);
  });

  it('has a stylesheet made from its tokens', () => {
    if (process.env['VINHDANH_WRITE'] === '1') writeFileSync(sheet, cssVariables());
    expect(readFileSync(sheet, 'utf8')).toBe(cssVariables());
  });
});

/** A strong red: far more red than green and blue, and not the brown of lacquer. */
function isRed(color: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return red > 120 && green < red / 3 && blue < red / 3;
}
