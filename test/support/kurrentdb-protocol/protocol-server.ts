import { AppendService } from './append-service.js';
import { Faults } from './faults.js';
import { ReadService } from './read-service.js';
import { accessDenied } from './refusals.js';
import { ServerLog } from './server-log.js';
import { features, grpc, ServerFeaturesService, StreamsService } from './stubs.js';

export interface ProtocolServerOptions {
  /** Where the log lies. */
  readonly folder: string;
  /** 0, which is the default, takes any free port. */
  readonly port?: number;
  /** With these the server speaks TLS, and asks for the credentials if there are any. */
  readonly tls?: { readonly certificate: Buffer; readonly key: Buffer };
  readonly credentials?: { readonly user: string; readonly password: string };
}

/** What the client asks for before its first append (`README.md`, 1). */
const METHODS = ['append', 'batchappend', 'read'];

/**
 * A server that speaks the part of KurrentDB's protocol which the adapter uses, for tests: on disk, on loopback, refusing what
 * the real one refuses, and misbehaving when told to. What justifies each behaviour is listed in `README.md`.
 */
export class ProtocolServer {
  private constructor(
    private readonly server: InstanceType<typeof grpc.Server>,
    private readonly log: ServerLog,
    readonly port: number,
    readonly faults: Faults,
  ) {}

  static async start({ folder, port = 0, tls, credentials }: ProtocolServerOptions): Promise<ProtocolServer> {
    const log = await ServerLog.open(folder);
    const faults = new Faults();
    const server = new grpc.Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });
    const allowed =
      credentials && `Basic ${Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64')}`;
    const guarded =
      <Call extends { metadata: InstanceType<typeof grpc.Metadata> }, Rest extends unknown[]>(
        serve: (call: Call, ...rest: Rest) => void,
      ) =>
      (call: Call, ...rest: Rest): void => {
        if (allowed === undefined || call.metadata.get('authorization')[0] === allowed) return serve(call, ...rest);
        const [answer] = rest;
        if (typeof answer === 'function') answer(accessDenied());
        else (call as unknown as NodeJS.EventEmitter).emit('error', accessDenied());
      };
    const append = new AppendService(log, faults);
    server.addService(StreamsService, {
      read: guarded(new ReadService(log, faults).read),
      append: guarded(append.append),
      batchAppend: guarded(append.batchAppend),
    });
    server.addService(ServerFeaturesService, {
      getSupportedMethods: (_call: unknown, answer: (error: null, methods: unknown) => void) =>
        answer(null, supported()),
    });
    const how = tls
      ? grpc.ServerCredentials.createSsl(null, [{ cert_chain: tls.certificate, private_key: tls.key }])
      : grpc.ServerCredentials.createInsecure();
    const bound = await new Promise<number>((resolve, reject) =>
      server.bindAsync(`127.0.0.1:${port}`, how, (error, at) => (error ? reject(error) : resolve(at))),
    );
    return new ProtocolServer(server, log, bound, faults);
  }

  /** Breaks every connection at once, as a dying server does, and lets the file go. */
  async stop(): Promise<void> {
    this.server.forceShutdown();
    await this.log.close();
  }
}

function supported(): InstanceType<typeof features.SupportedMethods> {
  const methods = METHODS.map((name) =>
    new features.SupportedMethod()
      .setServiceName('event_store.client.streams.streams')
      .setMethodName(name)
      .setFeaturesList(name === 'read' ? ['position', 'events'] : []),
  );
  return new features.SupportedMethods().setEventStoreServerVersion('23.10.6').setMethodsList(methods);
}
