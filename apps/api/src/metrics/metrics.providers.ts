import type { Clock } from '#libs/domain/kernel';
import { ProjectionProgress } from '#libs/engine/projections';
import { Metrics } from '#libs/platform/observability';
import type { Database } from '#libs/platform/postgres';
import { CLOCK, DATABASE } from '#libs/service/foundation';
import type { Provider } from '@nestjs/common';
import { officeGauges, OfficeReadings } from './office-gauges.js';

/** The figures of the API's process, and of the system as its database shows it. */
export const metricsProvider: Provider = {
  provide: Metrics,
  inject: [DATABASE, ProjectionProgress, CLOCK],
  useFactory: (database: Database, progress: ProjectionProgress, clock: Clock) => {
    const metrics = new Metrics('api');
    const office = new OfficeReadings(database, progress, clock);
    metrics.gauges(officeGauges, () => office.read());
    return metrics;
  },
};
