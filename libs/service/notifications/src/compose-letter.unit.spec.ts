import type { DossierState } from '#libs/domain/dossier';
import type { ChannelMessage, LetterItem } from './channel.port.js';
import { composeLetter } from './compose-letter.js';
import type { LetterForm } from './delivery.js';

const reminder = (
  dossierId: string,
  more: { dueAt?: string; vacant?: boolean; workingDays?: number } = {},
): LetterItem => ({
  delivery: {
    id: dossierId,
    kind: 'reminder',
    accountId: 'acc-binh',
    category: 'deadline',
    createdAt: '2026-10-27T01:00:00.000Z',
    dossierId,
    deadlineId: 'appraise-1',
    version: 1,
    rung: 'T-2',
    recipients: ['assignee'],
    dueAt: more.dueAt ?? '2026-10-29T10:00:00.000Z',
    ...(more.vacant ? { note: 'position_vacant' as const } : {}),
  },
  dossier: { id: dossierId, title: 'Khen <b>khối</b> & cụm', step: 'appraise' } as DossierState,
  clock: 'supplement',
  procedure: undefined,
  left: { workingDays: more.workingDays ?? 2, exact: true },
});
const alarm: LetterItem = {
  delivery: {
    id: 'x',
    kind: 'alarm',
    accountId: 'acc-long',
    category: 'alarm',
    createdAt: '2026-10-27T01:00:00.000Z',
    aboutLetter: '0123456789abcdef',
    aboutAccount: 'acc-binh',
    code: 'SMTP_550',
  },
};
const letter = (form: LetterForm, items: readonly LetterItem[], language: 'vi' | 'en' = 'vi') => {
  const message: ChannelMessage = {
    letterId: 'ab',
    messageId: '<ab@office.example>',
    form,
    date: '2026-10-27T01:10:00.000Z',
    recipient: { accountId: 'acc-binh', name: 'Bi\u0300nh', email: 'binh@office.example', language },
    items,
    droppable: form === 'digest' ? [] : ['deadline'],
  };
  const unsubscribeUrl = form === 'digest' ? undefined : 'https://office.example/api/v1/unsubscribe/t';
  return composeLetter(message, 'binh@office.example', { host: 'office.example', unsubscribeUrl });
};

const kinds: readonly [string, LetterForm, readonly LetterItem[], string, string][] = [
  [
    'one reminder',
    'single',
    [reminder('D1')],
    '[TĐKT] D1: bổ sung hồ sơ đến hạn 17:00 29/10/2026',
    '[TĐKT] D1: answer to the request for supplement is due at 17:00 29/10/2026',
  ],
  [
    'one that is overdue',
    'single',
    [reminder('D1', { dueAt: '2026-10-26T10:00:00.000Z', workingDays: -1 })],
    '[TĐKT] D1: bổ sung hồ sơ đã quá hạn từ 17:00 26/10/2026',
    '[TĐKT] D1: answer to the request for supplement was due at 17:00 26/10/2026',
  ],
  [
    'one for a vacant position',
    'single',
    [reminder('D1', { vacant: true })],
    '[TĐKT] D1: bổ sung hồ sơ đến hạn 17:00 29/10/2026',
    '[TĐKT] D1: answer to the request for supplement is due at 17:00 29/10/2026',
  ],
  [
    'many',
    'bundle',
    [reminder('D2'), reminder('D1'), reminder('D3', { dueAt: '2026-10-26T10:00:00.000Z' })],
    '[TĐKT] 3 việc cần lưu ý, 1 quá hạn',
    '[TĐKT] 3 tasks to look at, 1 overdue',
  ],
  [
    'the summary',
    'digest',
    [reminder('D1')],
    '[TĐKT] Tổng hợp ngày 27/10/2026: 1 việc có thời hạn',
    '[TĐKT] Summary of 27/10/2026: 1 task with a time limit',
  ],
  ['an alarm', 'single', [alarm], '[TĐKT] Cảnh báo: 1 thư không đến nơi', '[TĐKT] Alarm: 1 letter did not arrive'],
];

describe.each(kinds)('the letter about %s', (_what, form, items, vietnamese, english) => {
  it('begins with its reader’s language, has both whole, and names nobody in its subject', () => {
    const [vi, en] = [letter(form, items, 'vi'), letter(form, items, 'en')];
    expect([vi.subject, en.subject]).toEqual([vietnamese, english]);
    expect(vi.text.indexOf('Kính gửi')).toBeLessThan(vi.text.indexOf('Dear'));
    expect(en.text.indexOf('Dear')).toBeLessThan(en.text.indexOf('Kính gửi'));
    const pages = (text: string) => text.split('\n\n---\n\n');
    expect(pages(en.text)).toEqual(pages(vi.text).reverse());
  });

  it('is composed characters, breaks no page, and says why it came and how to get less', () => {
    const mail = letter(form, items);
    for (const part of [mail.text, mail.html, mail.subject, mail.to.name]) expect(part).toBe(part.normalize('NFC'));
    expect(mail.html).not.toContain('<b>');
    expect(mail.html).toContain('max-width:600px');
    expect(mail.text).toMatch(/Ông\/bà nhận thư này vì/);
    expect(mail.text).toContain(form === 'digest' ? 'là mức ít nhất' : 'https://office.example/api/v1/unsubscribe/t');
    expect(letter(form, items)).toEqual(mail);
  });
});

it('a list is grouped by the day it is due, then by dossier', () => {
  const { text } = letter('bundle', kinds[3]?.[2] ?? []);
  const order = ['Hạn 26/10/2026', '- D3', 'Hạn 29/10/2026', '- D1', '- D2'].map((part) => text.indexOf(part));
  expect(order.every((at) => at >= 0)).toBe(true);
  expect([...order].sort((one, other) => one - other)).toEqual(order);
});
