import { join } from 'node:path';
import type { Clock } from '#libs/domain/kernel';
import { EventStore } from '#libs/engine/event-store';
import type { Database } from '#libs/platform/postgres';
import { CommandsModule, Decisions, Dossiers, Organization } from '#libs/service/commands';
import { CLOCK, DATABASE, home, LAW } from '#libs/service/foundation';
import type { Law } from '#libs/service/law';
import { ReceiptCodes } from '#libs/service/reading';
import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { PaperOpenings } from './paper-openings.js';
import { Papers } from './papers.js';
import { PaperRenderer } from './render/paper-renderer.js';

/** The folder of the fonts. The compiler copies none, so they are read from the source tree. */
export const paperAssets: string = join(home, 'libs/service/papers/assets');

/** Papers made by the system. */
@Module({
  imports: [CommandsModule],
  providers: [
    { provide: PaperRenderer, useFactory: () => new PaperRenderer(paperAssets) },
    { provide: PaperOpenings, inject: [DATABASE], useFactory: (database: Database) => new PaperOpenings(database) },
    {
      provide: Papers,
      inject: [EventStore, Dossiers, Decisions, Organization, LAW, DATABASE, PaperOpenings, PaperRenderer, CLOCK],
      useFactory: (
        events: EventStore,
        dossiers: Dossiers,
        decisions: Decisions,
        organization: Organization,
        law: Law,
        database: Database,
        openings: PaperOpenings,
        renderer: PaperRenderer,
        clock: Clock,
      ) => {
        const receiptCodes = new ReceiptCodes(database);
        return new Papers({ events, dossiers, decisions, organization, law, receiptCodes, openings, renderer, clock });
      },
    },
  ],
  exports: [Papers, PaperOpenings],
})
export class PapersModule implements OnApplicationShutdown {
  constructor(private readonly renderer: PaperRenderer) {}

  async onApplicationShutdown(): Promise<void> {
    await this.renderer.close();
  }
}
