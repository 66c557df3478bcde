import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { launch } from '../support/command-line.js';
import { type Block, EXAMPLE_FILE, exampleText, pageBlocks } from '../support/worked-example.js';

/** A command that the page shows, with what it prints and the change to the file, if any, that it is about. */
interface Shown {
  readonly args: readonly string[];
  readonly prints: readonly string[];
  readonly change?: Block;
}

const PROMPT = '$ npx vinhdanh ';

/** A change that the page shows holds for the command that follows it. */
function commandsOf(blocks: readonly Block[]): Shown[] {
  return blocks.flatMap(({ language, lines: [command = '', ...prints] }, index) => {
    if (language !== 'console') return [];
    const before = blocks[index - 1];
    const change = before?.language === 'diff' ? { change: before } : {};
    return [{ args: command.slice(PROMPT.length).split(' '), prints, ...change }];
  });
}

/** The file with one line put in the place of another, which must stand in it once. */
function changed({ lines }: Block): string {
  const [out = '', into = ''] = ['-', '+'].map((sign) => lines.find((line) => line.startsWith(sign))?.slice(1));
  expect(exampleText.split('\n').filter((line) => line.trim() === out.trim())).toHaveLength(1);
  return exampleText.replace(out.trim(), () => into.trim());
}

describe('The page on writing a procedure shows what is really printed', () => {
  const shown = commandsOf(pageBlocks);

  it('for the example, for each fault that it plants, and for a limit', () => {
    expect(shown.filter(({ change }) => change)).toHaveLength(2);
    expect(new Set(shown.map(({ args }) => args[0]))).toEqual(new Set(['procedure', 'calendar']));
  });

  it.each(shown.map((each) => [each.args.join(' '), each] as const))('%s', async (_, { args, prints, change }) => {
    const folder = mkdtempSync(join(tmpdir(), 'vinhdanh-page-'));
    try {
      const file = join(folder, basename(EXAMPLE_FILE));
      writeFileSync(file, change ? changed(change) : exampleText);
      const asked = args.map((arg) => (arg === EXAMPLE_FILE ? file : arg));
      const { code, out } = await launch(asked, { VINHDANH_DATA: folder });
      expect(out.trimEnd().split('\n')).toEqual(prints);
      expect(code).toBe(change ? 1 : 0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
