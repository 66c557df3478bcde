import { describeConfig, readConfig } from './config.js';

describe('configuration', () => {
  it('needs nothing: the defaults run everything embedded, on loopback', () => {
    const config = readConfig({});
    expect(config.ok && config.value).toMatchObject({ host: '127.0.0.1', port: 8080, sweepEveryMs: 30_000 });
    expect(config.ok && config.value.databaseUrl).toBeUndefined();
  });

  it('treats an empty variable as one that is not set', () => {
    expect(readConfig({ DATABASE_URL: '', VINHDANH_PORT: '' }).ok).toBe(true);
  });

  it('names every variable that is wrong, and never its value', () => {
    const config = readConfig({ VINHDANH_PORT: 'https', DATABASE_URL: 'mysql://root:geheim@db/x' });
    expect(config.ok).toBe(false);
    if (config.ok) return;
    expect(config.error.map((fault) => fault.variable).sort()).toEqual(['DATABASE_URL', 'VINHDANH_PORT']);
    expect(JSON.stringify(config.error)).not.toContain('geheim');
  });

  it.each([
    'https://s3.example/ho-so',
    'https://key:secret@s3.example',
    'https://key:secret@s3.example/',
    's3://k:s@h/b',
    'x',
  ])('takes no bucket without key, secret and name: %s', (address) => {
    const config = readConfig({ S3_URL: address });
    expect(config.ok ? [] : config.error.map((fault) => fault.variable)).toContain('S3_URL');
  });

  it('shows addresses without names and passwords', () => {
    const config = readConfig({
      DATABASE_URL: 'postgres://anna:geheim@db:5432/vinhdanh',
      REDIS_URL: 'redis://:auch@r:6379/0',
      S3_URL: 'https://anna:geheim@s3.example/ho-so',
    });
    if (!config.ok) throw new Error('the configuration was to be good');
    const shown = JSON.stringify(describeConfig(config.value));
    expect(shown).toContain('db:5432/vinhdanh');
    expect(shown).not.toMatch(/anna|geheim|auch/);
  });

  it.each([
    ['kurrentdb://anna:geheim@db:2113?tls=true', 'kurrentdb://…@db:2113'],
    [
      'kurrentdb+discover://anna:ge@heim@a:2113,b:2113,c:2113/?tlsCaFile=/etc/auch.pem',
      'kurrentdb+discover://…@a:2113,b:2113,c:2113',
    ],
    ['esdb://127.0.0.1:2113?tls=false', 'esdb://…@127.0.0.1:2113'],
  ])('takes a KurrentDB for the log, of one host or several, and shows no more than the hosts', (url, shown) => {
    const config = readConfig({ KURRENTDB_URL: url });
    if (!config.ok) throw new Error('the configuration was to be good');
    expect(config.value.kurrentDbUrl).toBe(url);
    expect(describeConfig(config.value)['KURRENTDB_URL']).toBe(shown);
  });

  it.each(['postgres://anna:geheim@db', 'kurrentdb://', 'kurrentdb'])(
    'refuses %s as a KurrentDB, without the value',
    (url) => {
      const config = readConfig({ KURRENTDB_URL: url });
      expect(config.ok ? [] : config.error.map(({ variable }) => variable)).toEqual(['KURRENTDB_URL']);
      expect(JSON.stringify(config)).not.toContain('geheim');
    },
  );
});
