import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { home } from '#libs/service/foundation';

const pages = [
  ...readdirSync(home).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(home, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

describe('pages for people', () => {
  it.each(pages)('%s links to nothing that is not there', (page) => {
    const text = readFileSync(join(home, page), 'utf8');
    const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)/g)].map(([, link]) => link ?? '');
    const broken = links.filter((link) => !existsSync(join(home, dirname(page), link)));
    expect(broken).toEqual([]);
  });

  it('each promise names a test', () => {
    const rows = readFileSync(join(home, 'docs/guarantees.md'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| ') && !line.startsWith('| Promise'));
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter((row) => !/\]\([^)]*(spec|suite|conformance|reminders|libs\/platform)/.test(row))).toEqual([]);
  });
});
