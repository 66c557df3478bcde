import type { DossierState } from '#libs/domain/dossier';
import { composeReminder, officeTime, type ReminderSource } from './compose-reminder.js';

const source = {
  delivery: {
    id: 'ab',
    messageId: '<ab@office.example>',
    accountId: 'account-binh',
    dossierId: 'D1',
    deadlineId: 'appraise-1',
    version: 1,
    rung: 'T-2',
    dueAt: '2026-10-29T10:00:00.000Z',
    rungAt: '2026-10-27T01:00:00.000Z',
    workingDaysLeft: 2,
    daysExact: true,
  },
  dossier: { id: 'D1', title: 'Khen thưởng <b>khối</b> & cụm', step: 'appraise' } as DossierState,
  clock: 'supplement',
  procedure: undefined,
  recipient: { accountId: 'account-binh', name: 'Bi\u0300nh', email: 'binh@office.example' },
  host: 'office.example',
} satisfies ReminderSource;

describe('the letter about a rung', () => {
  const mail = composeReminder(source);

  it('carries the Message-ID of its row and belongs to the thread of its dossier', () => {
    expect(mail.messageId).toBe('<ab@office.example>');
    expect(mail.references).toMatch(/^<dossier-[0-9a-f]{32}@office\.example>$/);
    expect(composeReminder({ ...source, delivery: { ...source.delivery, rung: 'T-0' } }).references).toBe(
      mail.references,
    );
    expect(mail.date).toBe(source.delivery.rungAt);
  });

  it('names nobody in its subject', () => {
    expect(mail.subject).toBe('[TĐKT] D1: bổ sung hồ sơ đến hạn 17:00 29/10/2026');
  });

  it('is the same whenever it is written: a letter sent again is the same letter', () => {
    expect(composeReminder(source)).toEqual(mail);
  });

  it('is Vietnamese first, English below, in composed characters', () => {
    expect(mail.text.indexOf('Kính gửi')).toBeLessThan(mail.text.indexOf('Dear'));
    for (const part of [mail.text, mail.html, mail.subject, mail.to.name]) expect(part).toBe(part.normalize('NFC'));
    expect(mail.to.name).toBe('Bình');
  });

  it('shows a title as it is, and lets it break no page', () => {
    expect(mail.text).toContain('Khen thưởng <b>khối</b> & cụm');
    expect(mail.html).not.toContain('<b>');
    expect(mail.html).toContain('&#60;b&#62;');
  });

  it('leads to the dossier where there is an address for it', () => {
    const linked = composeReminder({ ...source, dossierUrl: 'https://office.example/D1?a=1&b=2' });
    expect(linked.text).toContain('Mở hồ sơ: https://office.example/D1?a=1&b=2');
    expect(linked.html).toContain('href="https://office.example/D1?a=1&#38;b=2"');
    expect(mail.html).not.toContain('href');
  });

  it('tells the time as the office reads it', () => {
    expect(officeTime('2026-10-29T17:30:00.000Z')).toBe('00:30 30/10/2026');
  });
});
