import { connectionOf, openClient } from './connection-string.js';

describe('the connection string of KurrentDB', () => {
  test('goes to the client without credentials, and with our name', () => {
    expect(
      connectionOf('kurrentdb://anna:ge%40heim@a:2113,b:2113?tls=true&tlsCaFile=/etc/ca.pem', 'vinhdanh api'),
    ).toEqual({
      string: 'kurrentdb://a:2113,b:2113?tls=true&tlsCaFile=/etc/ca.pem&connectionName=vinhdanh%20api',
      credentials: { username: 'anna', password: 'ge@heim' },
    });
    expect(connectionOf('kurrentdb+discover://a', 'x')).toEqual({ string: 'kurrentdb+discover://a?connectionName=x' });
  });

  const complaintAbout = (url: string): string => {
    try {
      openClient(url, 'x');
      return 'none';
    } catch (error) {
      return String(error);
    }
  };

  test.each(['throwOnAppendFailure=false', 'throw-on-append-failure=true', 'tls=true&ThrowOnAppendFailure=false'])(
    'must not change how conflicts are told: %s',
    (query) => {
      const complaint = complaintAbout(`kurrentdb://anna:geheim@db:2113?${query}`);
      expect(complaint).toContain('a conflict would be reported as a success with a wrong revision');
      expect(complaint).not.toContain('geheim');
    },
  );

  test.each([
    'kurrentdb://anna:ge:/heim@db:port',
    'kurrentdb://anna:geheim@db:port',
    'kurrentdb://anna:geheim@db?x',
    'kurrentdb://anna:geheim@db?tls=true&geheim=1',
    'kurrentdb://anna:ge%heim@db',
    'geheim',
  ])('that cannot be read is refused without being quoted: %s', (url) => {
    const complaint = complaintAbout(url);
    expect(complaint).toMatch(/^Error: KURRENTDB_URL (is no connection string|holds an option)/);
    expect(complaint).not.toMatch(/heim|anna/);
  });

  test('a certificate that is not there is named as the fault', () => {
    expect(complaintAbout('kurrentdb://db:2113?tls=true&tlsCaFile=/nowhere/ca.pem')).toContain('certificate');
  });
});
