import type { DossierCommandOf } from '#libs/domain/dossier';
import type { Decision } from '#libs/domain/kernel';
import { type CommandAnswer, type CommandRequest, Dossiers, ExecuteDossierCommand } from '#libs/service/commands';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { DocumentStore } from './document-store.port.js';
import { IncomingFiles } from './incoming-files.js';
import type { StagedFile } from './staged-file.js';
import { formatsOf } from './media-type.js';

type AttachDocument = DossierCommandOf<'attach-document'>;

/** What the sender says a file is: a component of the dossier, on a form. */
export type Paper = Pick<AttachDocument['data'], 'document' | 'form'>;

/**
 * The request as a command. Which intention it is depends on the bytes too, so it is made anew when they are known; before
 * that without a hash.
 */
export type AskedWith = (sha256?: string) => Decision<CommandRequest>;

/** Stands for the file while it has not come in: whether it may come does not depend on its bytes. */
const anyFile = { sha256: '0'.repeat(64), size: 1, mediaType: 'application/pdf' } as const;

/**
 * Takes a file into a dossier: may it come? receive it, keep it, record it. In this order a crash leaves at most a whole file
 * that no dossier names, which the sweep of orphans removes; never a dossier that names a file which is not there.
 */
@Injectable()
export class UploadDocument {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly incoming: IncomingFiles,
    private readonly store: DocumentStore,
    private readonly bus: CommandBus,
  ) {}

  /**
   * Refuses as the command `attach-document` does, before a byte of `source` is read where that is possible (position, unit,
   * step, R9, R11, `If-Match`), and as `IncomingFiles` does. Sent again with the same key and file, it answers the same.
   */
  async upload(
    dossierId: string,
    paper: Paper,
    askedWith: AskedWith,
    source: AsyncIterable<Uint8Array>,
  ): Promise<Decision<CommandAnswer>> {
    const asked = askedWith();
    if (!asked.ok) return asked;
    const possible = await this.dossiers.rehearse(dossierId, attach(paper, anyFile), asked.value);
    if (!possible.ok) return possible;
    const received = await this.incoming.receive(source);
    if (!received.ok) return received;
    try {
      return await this.attach(dossierId, paper, askedWith, received.value);
    } finally {
      await received.value.discard();
    }
  }

  private async attach(
    dossierId: string,
    paper: Paper,
    askedWith: AskedWith,
    file: StagedFile,
  ): Promise<Decision<CommandAnswer>> {
    const asked = askedWith(file.sha256);
    if (!asked.ok) return asked;
    const command = attach(paper, file);
    // Much can happen while fifty megabytes travel: what is refused by now shall not be kept first.
    const rehearsed = await this.dossiers.rehearse(dossierId, command, asked.value);
    if (!rehearsed.ok) return rehearsed;
    if (rehearsed.value === 'possible') await this.store.put(file);
    return this.bus.execute(new ExecuteDossierCommand(dossierId, command, asked.value));
  }
}

function attach(paper: Paper, { sha256, size, mediaType }: Pick<StagedFile, keyof typeof anyFile>): AttachDocument {
  const formats = formatsOf(mediaType);
  return {
    type: 'attach-document',
    data: { ...paper, ...(formats ? { formats } : {}), sha256, size, mediaType },
  };
}
