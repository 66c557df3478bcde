import { EventStore } from '#libs/engine/event-store';
import { Accounts } from '#libs/service/access';
import { type DynamicModule, Module } from '@nestjs/common';
import type { Foundation } from './foundation.js';
import { CLOCK, CONFIG, DATABASE, LAW, LOGGER } from './tokens.js';

/** Hands an open foundation to Nest. It is opened and closed by the process, not by the container. */
@Module({})
export class FoundationModule {
  static on(foundation: Foundation): DynamicModule {
    const parts = [
      { provide: EventStore, useValue: foundation.store },
      { provide: Accounts, useValue: foundation.accounts },
      { provide: DATABASE, useValue: foundation.database },
      { provide: LAW, useValue: foundation.law },
      { provide: CLOCK, useValue: foundation.clock },
      { provide: CONFIG, useValue: foundation.config },
      { provide: LOGGER, useValue: foundation.log },
    ];
    return { module: FoundationModule, global: true, providers: parts, exports: parts };
  }
}
