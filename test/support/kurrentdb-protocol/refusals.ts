import { grpc } from './stubs.js';

/** An error as the server says it: a gRPC status, and in its trailers by which name the client knows it. */
export function refusal(
  exception: string | undefined,
  code: number,
  trailers: Readonly<Record<string, string>> = {},
  details = '',
): Error & { code: number; metadata: InstanceType<typeof grpc.Metadata> } {
  const metadata = new grpc.Metadata();
  if (exception !== undefined) metadata.set('exception', exception);
  for (const [name, value] of Object.entries(trailers)) metadata.set(name, value);
  return Object.assign(new Error(details), { code, details, metadata });
}

export const unavailable = () => refusal(undefined, grpc.status.UNAVAILABLE, {}, 'Server Is Not Ready');

export const notLeader = ({ host, port }: { readonly host: string; readonly port: number }) =>
  refusal(
    'not-leader',
    grpc.status.NOT_FOUND,
    { 'leader-endpoint-host': host, 'leader-endpoint-port': String(port) },
    'Leader info available',
  );

export const accessDenied = () => refusal('access-denied', grpc.status.PERMISSION_DENIED, {}, 'Access Denied');
