/** Options that this adapter must not be given, and why. */
const REFUSED: ReadonlyMap<string, string> = new Map([
  ['throwonappendfailure', 'a conflict would be reported as a success with a wrong revision'],
  ['connectionname', 'it is set by the program'],
]);

/**
 * The connection string, checked for what would make the store unsafe, and with the name under which the server knows us.
 * Faults name the option and never the string, which may hold a password.
 * @throws Error
 */
export function connectionStringOf(url: string, applicationName: string): string {
  const query = url.indexOf('?');
  const options = query < 0 ? [] : url.slice(query + 1).split('&');
  for (const option of options) {
    const name = (option.split('=')[0] ?? '').trim().toLowerCase().replaceAll(/[_-]/g, '');
    const reason = REFUSED.get(name);
    if (reason !== undefined) throw new Error(`KURRENTDB_URL must not set ${name}: ${reason}.`);
  }
  return `${url}${query < 0 ? '?' : '&'}connectionName=${encodeURIComponent(applicationName)}`;
}
