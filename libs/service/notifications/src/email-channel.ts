import type { Channel, ChannelMessage, SendOutcome } from './channel.port.js';
import { composeLetter } from './compose-letter.js';
import type { Recipient } from './directory.port.js';
import type { Mailer } from './mailer.port.js';
import { signUnsubscription } from './unsubscribe-token.js';

export interface EmailChannelOptions {
  readonly mailer: Mailer;
  readonly dossierUrl?: ((dossierId: string) => string) | undefined;
  /** For one-click links: where the API is reached from outside, and what they are signed with. Without it, there are none. */
  readonly unsubscribe?: { readonly publicUrl: string; readonly secret: string | Buffer } | undefined;
}

/** Letters. */
export class EmailChannel implements Channel {
  readonly name = 'email';
  readonly defaultOn = true;

  constructor(private readonly options: EmailChannelOptions) {}

  async reached(recipients: readonly Recipient[]): Promise<ReadonlySet<string>> {
    return new Set(recipients.filter(({ email }) => email !== undefined).map(({ accountId }) => accountId));
  }

  async send(message: ChannelMessage): Promise<SendOutcome> {
    const { mailer, dossierUrl } = this.options;
    const { email } = message.recipient;
    if (email === undefined) return { kind: 'permanent', code: 'NO_ADDRESS' };
    const unsubscribeUrl = this.#unsubscribeUrl(message);
    return mailer.send(composeLetter(message, email, { host: mailer.host, dossierUrl, unsubscribeUrl }));
  }

  #unsubscribeUrl({ recipient: { accountId }, droppable: categories }: ChannelMessage): string | undefined {
    const { unsubscribe } = this.options;
    if (!unsubscribe || categories.length === 0) return undefined;
    const token = signUnsubscription(unsubscribe.secret, { accountId, channel: 'email', categories });
    return `${unsubscribe.publicUrl.replace(/\/+$/, '')}/api/v1/unsubscribe/${token}`;
  }
}
