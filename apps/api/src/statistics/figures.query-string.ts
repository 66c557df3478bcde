import { localDate } from '#libs/domain/kernel';
import type { FigureFilter } from '#libs/service/read-models';
import { z } from 'zod';
import { paging } from '../http/reading.js';

const text = () => z.string().trim().min(1).max(200);

/** Of which dossiers figures are asked, and the lists of what they count. */
export const figuresQuery = z.strictObject({
  award: text().optional(),
  cluster: text().optional(),
  unit: text().optional(),
  body: text().optional(),
  /** Days of the office on which a dossier was received; both count. */
  receivedFrom: localDate().optional(),
  receivedTo: localDate().optional(),
  minPosition: paging.minPosition,
});

/** The filter behind a query string. */
export const figureFilter = ({
  award,
  cluster,
  unit,
  body,
  receivedFrom,
  receivedTo,
}: Omit<z.infer<typeof figuresQuery>, 'minPosition'>): FigureFilter => ({
  ...(award ? { award } : {}),
  ...(cluster ? { cluster } : {}),
  ...(unit ? { unit } : {}),
  ...(body ? { body } : {}),
  ...(receivedFrom ? { receivedFrom } : {}),
  ...(receivedTo ? { receivedTo } : {}),
});
