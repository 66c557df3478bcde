import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mail } from './mailer.port.js';
import { openMailer } from './open-mailer.js';

const mail: Mail = {
  messageId: '<0a1b@office.example>',
  references: '<dossier-77@office.example>',
  date: '2026-10-27T01:00:00.000Z',
  to: { name: 'Nguyễn Thị Bình', address: 'binh@office.example' },
  subject: '[TĐKT] D1: thẩm định đến hạn 17:00 29/10/2026',
  text: 'Kính gửi',
  html: '<p>Kính gửi</p>',
  languages: ['vi', 'en'],
};

describe('letters without a mail server', () => {
  let data: string;
  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'vinhdanh-outbox-'));
  });
  afterEach(() => rm(data, { recursive: true, force: true }));

  it('are files under their Message-ID, one however often it is sent, with nothing half written beside them', async () => {
    const mailer = openMailer({ dataFolder: data, mailFrom: 'vinhdanh@office.example' });
    expect(mailer.host).toBe('office.example');
    expect(await mailer.send(mail)).toEqual({ kind: 'sent' });
    expect(await mailer.send(mail)).toEqual({ kind: 'sent' });
    expect(await readdir(join(data, 'outbox'))).toEqual(['0a1b@office.example.eml']);
    const text = await readFile(join(data, 'outbox', '0a1b@office.example.eml'), 'utf8');
    for (const header of [
      'Message-ID: <0a1b@office.example>',
      'References: <dossier-77@office.example>',
      'Auto-Submitted: auto-generated',
      'Date: Tue, 27 Oct 2026 01:00:00 +0000',
      'Content-Type: multipart/alternative',
      'Content-Type: text/plain',
      'Content-Type: text/html',
    ])
      expect(text).toContain(header);
    expect(text).toMatch(/^Subject: =\?UTF-8\?/m);
  });

  it('wait when the folder cannot be written', async () => {
    await writeFile(join(data, 'outbox'), 'a file where the folder should be');
    const mailer = openMailer({ dataFolder: data, mailFrom: 'vinhdanh@office.example' });
    expect(await mailer.send(mail)).toEqual({ kind: 'temporary', code: 'EEXIST' });
  });
});
