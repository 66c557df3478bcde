import { readUnsubscription, signUnsubscription } from './unsubscribe-token.js';

const asked = { accountId: 'acc-x', channel: 'email', categories: ['deadline', 'overdue'] } as const;
const token = signUnsubscription('a secret', asked);

describe('the link of a letter', () => {
  it('says what was signed', () => {
    expect(readUnsubscription('a secret', token)).toEqual(asked);
  });

  it('is nothing under another secret, changed, cut, or without its signature', () => {
    const [text = '', mac = ''] = token.split('.');
    const other = Buffer.from(JSON.stringify(['acc-y', 'email', ['deadline']])).toString('base64url');
    for (const forged of ['', '.', text, `${text}.`, `${other}.${mac}`, token.slice(0, -1), `${token}.x`]) {
      expect(readUnsubscription('a secret', forged)).toBeUndefined();
    }
    expect(readUnsubscription('another secret', token)).toBeUndefined();
  });
});
