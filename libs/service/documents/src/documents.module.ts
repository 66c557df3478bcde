import type { Clock } from '#libs/domain/kernel';
import type { Config } from '#libs/platform/config';
import type { Database } from '#libs/platform/postgres';
import { CommandsModule } from '#libs/service/commands';
import { CLOCK, CONFIG, DATABASE } from '#libs/service/foundation';
import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { DocumentOpenings } from './document-openings.js';
import { DocumentStore } from './document-store.port.js';
import { DossierDocuments } from './dossier-documents.js';
import { IncomingFiles } from './incoming-files.js';
import { OpenDocument } from './open-document.js';
import { incomingFolderOf, openDocumentStore } from './open-document-store.js';
import { UploadDocument } from './upload-document.js';

/** Files of dossiers: taken in, kept and handed out. Opening it removes what a killed process left half. */
@Module({
  imports: [CommandsModule],
  providers: [
    { provide: DocumentStore, inject: [CONFIG], useFactory: (config: Config) => openDocumentStore(config) },
    {
      provide: IncomingFiles,
      inject: [CONFIG],
      useFactory: (config: Config) => IncomingFiles.open(incomingFolderOf(config)),
    },
    {
      provide: DocumentOpenings,
      inject: [DATABASE],
      useFactory: (database: Database) => new DocumentOpenings(database),
    },
    {
      provide: OpenDocument,
      inject: [DossierDocuments, DocumentStore, DocumentOpenings, CLOCK],
      useFactory: (documents: DossierDocuments, store: DocumentStore, openings: DocumentOpenings, clock: Clock) =>
        new OpenDocument(documents, store, openings, clock),
    },
    DossierDocuments,
    UploadDocument,
  ],
  exports: [DossierDocuments, DocumentOpenings, OpenDocument, UploadDocument],
})
export class DocumentsModule implements OnApplicationShutdown {
  constructor(private readonly store: DocumentStore) {}

  /** After the last request was answered. */
  async onApplicationShutdown(): Promise<void> {
    await this.store.close();
  }
}
