import { refuse } from '#libs/domain/kernel';
import { EventStore } from '#libs/engine/event-store';
import { lastDeadLetters, type Projection, ProjectionProgress, retryDeadLetters } from '#libs/engine/projections';
import type { Database } from '#libs/platform/postgres';
import { DATABASE } from '#libs/service/foundation';
import { projections } from '#libs/service/read-models';
import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { orRefuse } from '../http/refusal.exception.js';
import { Route } from '../http/route.js';
import { Rates } from './rates.js';
import { Rebuilds, type RebuildState } from './rebuilds.js';
import { readModelsAnswer, rebuildState, retriedAnswer } from './read-models.answers.js';

/** For operators: how far what people read has come, and how to mend it. */
@Controller('api/v1/read-models')
export class ReadModelsController {
  private readonly rates = new Rates();

  constructor(
    private readonly progress: ProjectionProgress,
    private readonly rebuilds: Rebuilds,
    private readonly store: EventStore,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  @Get()
  @Route({
    id: 'listReadModels',
    summary: { vi: 'Tình trạng các bảng đọc', en: 'How far the read models are' },
    access: 'system:read',
    answer: readModelsAnswer,
  })
  async all(): Promise<z.infer<typeof readModelsAnswer>> {
    const [standing, errors, head] = await Promise.all([
      this.progress.lag(),
      lastDeadLetters(this.database),
      this.store.head(),
    ]);
    const at = performance.now();
    return {
      head,
      items: standing.map(({ runner, ...model }) => {
        const { projection, version, ordinal, deadLetters } = model;
        const error = errors.find((each) => each.projection === projection && each.version === version);
        return {
          ...model,
          followed: runner !== null,
          state: runner === null ? 'stopped' : deadLetters > 0 ? 'parked' : 'running',
          eventsPerSecond: this.rates.look(projection, ordinal, at),
          lastError: error ? { code: error.code, type: error.type, at: error.at } : null,
          rebuild: this.rebuilds.of(projection) ?? null,
        } as const;
      }),
    };
  }

  /** Fills it anew beside the one that serves, which goes on serving until the moment of the switch. Asked again, it runs once. */
  @Post(':name/rebuild')
  @HttpCode(202)
  @Route({
    id: 'rebuildReadModel',
    summary: { vi: 'Dựng lại bảng đọc', en: 'Rebuild a read model' },
    access: 'system:act',
    status: 202,
    answer: rebuildState,
  })
  rebuild(@Param('name') name: string): RebuildState {
    return this.rebuilds.begin(modelOf(name));
  }

  /** Takes in what was parked, once its cause is mended. */
  @Post(':name/retry')
  @HttpCode(200)
  @Route({
    id: 'retryParkedEvents',
    summary: { vi: 'Thử lại sự kiện bị gác', en: 'Try parked events again' },
    access: 'system:act',
    answer: retriedAnswer,
  })
  async retry(@Param('name') name: string): Promise<z.infer<typeof retriedAnswer>> {
    const { applied, stillParked } = await retryDeadLetters(this.store, this.database, modelOf(name));
    return { applied, stillParked: stillParked.length };
  }
}

const modelOf = (name: string): Projection =>
  projections.find((projection) => projection.name === name) ??
  orRefuse(refuse('NOT_FOUND', { params: { what: name.slice(0, 80) } }));
