import tokens from './tokens.json' with { type: 'json' };

interface TypeFace {
  readonly weight: number;
  readonly size: number;
  readonly line: number;
}

const pixels = (group: Readonly<Record<string, number>>, prefix: string) =>
  Object.entries(group).map(([name, value]) => `--${prefix}${name}: ${value}px;`);

const face = ({ weight, size, line }: TypeFace) => `${weight} ${size}px/${line}px var(--font)`;

/** Every token of colour by its name, those of a status as `ok`, `ok-bg`, `ok-ke`. */
export const colors: Readonly<Record<string, string>> = {
  ...tokens.color,
  ...Object.fromEntries(
    Object.entries(tokens.status).flatMap(([name, { fg, bg, line }]) => [
      [name, fg],
      [`${name}-bg`, bg],
      [`${name}-ke`, line],
    ]),
  ),
  ...Object.fromEntries(Object.entries(tokens.wash).map(([name, color]) => [`${name}-wash`, color])),
};

/** The stylesheet `tokens.css`: `tokens.json` as CSS variables. A test says that the file is what this makes. */
export function cssVariables(): string {
  const lines = [
    ...Object.entries(colors).map(([name, color]) => `--${name}: ${color};`),
    ...Object.entries(tokens.family).map(([name, family]) => `--${name}: ${family};`),
    ...Object.entries(tokens.type).map(([name, type]) => `--t-${name}: ${face(type)};`),
    ...pixels(tokens.space, 's'),
    ...pixels(tokens.radius, 'r'),
    ...pixels(tokens.control, 'h-'),
    ...Object.entries(tokens.shadow).map(([name, shadow]) => `--${name}: ${shadow};`),
    ...Object.entries(tokens.motion).map(([name, time]) => `--motion-${name}: ${time};`),
  ];
  const phone = [`--t-h1: ${face({ weight: 600, size: 21, line: 28 })};`, '--s5: 16px;'];
  return [
    '/* Made from tokens.json: VINHDANH_WRITE=1 npm run jest -- dist/test/web/theme */',
    ':root {',
    ...lines.map((line) => `  ${line}`),
    '}',
    '',
    '@media (max-width: 720px) {',
    '  :root {',
    ...phone.map((line) => `    ${line}`),
    '  }',
    '}',
    '',
  ].join('\n');
}
