import { outcomeOf } from './smtp-mailer.js';

describe('what becomes of a letter that a mail server did not take', () => {
  it.each([
    [{ responseCode: 451, code: 'EMESSAGE', command: 'DATA' }, 'temporary', 'SMTP_451'],
    [{ responseCode: 550, code: 'EENVELOPE', command: 'RCPT TO' }, 'permanent', 'SMTP_550'],
    [{ responseCode: 535, code: 'EAUTH', command: 'AUTH PLAIN' }, 'temporary', 'SMTP_535'],
    [{ code: 'ECONNREFUSED' }, 'temporary', 'ECONNREFUSED'],
    [{ code: 'ETIMEDOUT' }, 'temporary', 'ETIMEDOUT'],
    [{ code: 'a text with mai@example.vn' }, 'temporary', 'MAIL_NOT_SENT'],
    [{}, 'temporary', 'MAIL_NOT_SENT'],
  ] as const)('%j is %s', (error, kind, code) => {
    expect(outcomeOf(error)).toEqual({ kind, code });
  });
});
