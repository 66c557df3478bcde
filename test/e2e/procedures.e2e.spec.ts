import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { home } from '#libs/service/foundation';
import { must } from '../support/office-client.js';
import { type Office, openOffice } from '../support/office.js';

interface Listed {
  readonly code: string;
  readonly version: string;
  readonly hash: string;
  readonly standing: string;
  readonly receivable: boolean;
  readonly unknownFigures: readonly { readonly path: string }[];
}

interface Difference {
  readonly sections: readonly {
    readonly section: string;
    readonly differences: readonly { readonly path: string; readonly words: { readonly vi: string } }[];
  }[];
}

const path = '/api/v1/procedures';
const bk = `${path}/BK_TINH/versions/R2025.1`;

describe('the procedures of an office', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  const unit = () => office.as('acc-don-vi');
  const standings = async (query = '') => {
    const { items } = await must(unit().get<{ items: readonly Listed[] }>(`${path}${query}`));
    return { items, of: (code: string) => items.filter((each) => each.code === code).map((each) => each.standing) };
  };

  it('are listed with whether they are in force on a day, and what nobody has read', async () => {
    const today = await standings();
    expect(today.of('BK_TINH')).toEqual(['in_force', 'future']);
    expect((await standings('?on=2026-12-01')).of('BK_TINH')).toEqual(['expired', 'in_force']);
    expect(new Set(today.of('NGND'))).toEqual(new Set(['not_receivable']));
    const unread = today.items.find(({ code }) => code === 'CSTD_TQ');
    expect(unread?.unknownFigures.map((figure) => figure.path)).toContain('votes.central-unknown.threshold');
    expect((await unit().get(`${path}?on=hom-nay`)).status).toBe(400);
  });

  it('are read whole, with the hash to which dossiers are bound', async () => {
    const read = await must(unit().get<Record<string, unknown>>(bk));
    const file = JSON.parse(readFileSync(join(home, 'procedures', 'BK_TINH.R2025.1.json'), 'utf8')) as object;
    expect(read).toMatchObject(file);
    const { items } = await standings();
    const listed = items.find(({ code, version }) => code === 'BK_TINH' && version === 'R2025.1');
    expect(read['hash']).toBe(listed?.hash);
    for (const missing of [`${path}/BK_TINH/versions/R1999.1`, `${path}/KHONG/versions/R2025.1`])
      expect((await unit().get(missing)).status).toBe(404);
  });

  it('are drawn, in the language of the reader or the one asked for, as a picture that can run and load nothing', async () => {
    const drawn = await unit().get(`${bk}/diagram.svg`);
    expect(drawn.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(drawn.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
    expect(drawn.text).toMatch(/^<svg [^>]*role="img"[^>]*lang="vi"/);
    expect(drawn.text).toContain('Bằng khen của Chủ tịch UBND tỉnh');
    expect(drawn.text).not.toMatch(/<script|<foreignObject|\son\w+=|href=/i);
    const asked = await unit().get(`${bk}/diagram.svg?language=en`, { 'accept-language': 'vi' });
    expect(asked.text).toContain('lang="en"');
    expect((await unit().get(`${bk}/diagram.svg`, { 'accept-language': 'en' })).text).toBe(asked.text);
    expect((await unit().get(`${bk}/diagram.svg?language=fr`)).status).toBe(400);
  });

  it('are compared in words', async () => {
    const said = await must(unit().get<Difference>(`${bk}/diff/R2026.1`));
    const words = said.sections.flatMap(({ differences }) => differences.map((each) => each.words.vi));
    expect(words).toContain('Hiệu lực từ: 01/07/2025 → 01/10/2026.');
    expect(await must(unit().get(`${bk}/diff/R2025.1`))).toMatchObject({ sections: [] });
    const other = await must(unit().get<Difference>(`${bk}/diff/${encodeURIComponent('CSTDCS@R2025.1')}`));
    expect(other.sections.map(({ section }) => section)).toContain('votes');
  });
});
