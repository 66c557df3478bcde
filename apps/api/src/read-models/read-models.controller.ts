import { ProjectionProgress } from '#libs/engine/projections';
import { Controller, Get } from '@nestjs/common';
import type { z } from 'zod';
import { Route } from '../http/route.js';
import { readModelsAnswer } from './read-models.answers.js';

/** For operators: how far what people read has come. */
@Controller('api/v1/read-models')
export class ReadModelsController {
  constructor(private readonly progress: ProjectionProgress) {}

  @Get()
  @Route({
    id: 'listReadModels',
    summary: { vi: 'Tình trạng các bảng đọc', en: 'How far the read models are' },
    access: 'system:read',
    answer: readModelsAnswer,
  })
  async all(): Promise<z.infer<typeof readModelsAnswer>> {
    const standing = await this.progress.lag();
    return { items: standing.map(({ runner, ...model }) => ({ ...model, followed: runner !== null })) };
  }
}
