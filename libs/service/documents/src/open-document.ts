import { Readable } from 'node:stream';
import { type Clock, type Decision, ok, refuse } from '#libs/domain/kernel';
import type { ReadScope } from '#libs/service/access';
import type { DocumentOpenings } from './document-openings.js';
import type { DocumentStore } from './document-store.port.js';
import type { DossierDocuments } from './dossier-documents.js';
import { type MediaType, extensionOf } from './media-type.js';
import { verified } from './verified.js';

/** A file on its way to a reader. */
export interface OpenedDocument {
  /** Made here of code and hash, plain ASCII; what the sender called it is not kept at all. */
  readonly fileName: string;
  readonly mediaType: MediaType;
  /** Bytes. */
  readonly size: number;
  /** Breaks off before its end when the bytes are not those that were kept. */
  readonly stream: Readable;
}

/** Hands a file to a reader, once the opening is recorded. */
export class OpenDocument {
  constructor(
    private readonly documents: DossierDocuments,
    private readonly store: DocumentStore,
    private readonly openings: DocumentOpenings,
    private readonly clock: Clock,
  ) {}

  /** Refuses as `DossierDocuments.find` does, and `DOCUMENT_NOT_IN_STORE`. */
  async open(
    dossierId: string,
    sha256: string,
    reader: { readonly account: string; readonly scope: ReadScope },
  ): Promise<Decision<OpenedDocument>> {
    const found = await this.documents.find(dossierId, reader.scope, sha256);
    if (!found.ok) return found;
    const { document, mediaType, size } = found.value;
    const file = await this.store.open(sha256);
    if (!file) return refuse('DOCUMENT_NOT_IN_STORE', { params: { sha256 } });
    try {
      await this.openings.record({ account: reader.account, dossierId, sha256, at: this.clock.now() });
    } catch (error) {
      file.stream.destroy();
      throw error;
    }
    const fileName = `${document.replace(/[^A-Za-z0-9_-]/g, '_')}-${sha256.slice(0, 8)}.${extensionOf(mediaType)}`;
    return ok({
      fileName,
      mediaType,
      size,
      stream: Readable.from(verified(file.stream, sha256), { objectMode: false }),
    });
  }
}
