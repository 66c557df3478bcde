import { connectionStringOf } from './connection-string.js';

describe('the connection string of KurrentDB', () => {
  test('is taken as it is, with our name behind it', () => {
    const url = 'kurrentdb://anna:geheim@a:2113,b:2113?tls=true&tlsCaFile=/etc/ca.pem';
    expect(connectionStringOf(url, 'vinhdanh api')).toBe(`${url}&connectionName=vinhdanh%20api`);
    expect(connectionStringOf('kurrentdb://a:2113', 'x')).toBe('kurrentdb://a:2113?connectionName=x');
  });

  test.each(['throwOnAppendFailure=false', 'throw-on-append-failure=true', 'tls=true&ThrowOnAppendFailure=false'])(
    'must not change how conflicts are told (%s), and the complaint keeps the password to itself',
    (query) => {
      const complain = () => connectionStringOf(`kurrentdb://anna:geheim@db:2113?${query}`, 'x');
      expect(complain).toThrow('a conflict would be reported as a success with a wrong revision');
      expect(complain).not.toThrow('geheim');
    },
  );
});
