import { type Decision, ok, refuse } from '#libs/domain/kernel';
import ipaddr from 'ipaddr.js';

/** Hosts in the office's own network that an operator has named one by one: `host:port`, in lower case. */
export type OwnTargets = ReadonlySet<string>;

/**
 * Whether a webhook may point there. The server would otherwise be a door into networks that its users cannot reach: so
 * only https, to addresses of the open internet, unless an operator has listed the host. Refuses `WEBHOOK_TARGET_NOT_ALLOWED`
 * with what is wrong, never with the address: it may hold a secret.
 */
export function checkTarget(address: string, own: OwnTargets): Decision<URL> {
  const no = (reason: string) => refuse('WEBHOOK_TARGET_NOT_ALLOWED', { params: { reason } });
  const url = URL.parse(address);
  if (!url) return no('not an address');
  if (url.username !== '' || url.password !== '') return no('it names a user');
  if (url.hash !== '') return no('it has a fragment');
  const listed = own.has(hostAndPortOf(url));
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && listed)) return no('not https');
  if (!listed && isLiteral(url) && !isPublic(literalOf(url))) return no('not on the open internet');
  return ok(url);
}

/** `host:port` with the port that the scheme means. */
export const hostAndPortOf = ({ hostname, port, protocol }: URL): string =>
  `${hostname}:${port === '' ? (protocol === 'http:' ? '80' : '443') : port}`;

/** Whether an address is one of the open internet: neither of this machine, nor private, nor reserved, nor a way round. */
export const isPublic = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';

const literalOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

const isLiteral = (url: URL): boolean => ipaddr.isValid(literalOf(url));
