import { type DocumentState, type DossierFact, type MaybeDossier, evolveDossier } from '#libs/domain/dossier';
import { type Decision, type Instant, ok, refuse } from '#libs/domain/kernel';
import { EventStore } from '#libs/engine/event-store';
import { type ReadScope, covers } from '#libs/service/access';
import { dossierStream, recordedFact } from '#libs/service/commands';
import { Injectable } from '@nestjs/common';
import type { MediaType } from './media-type.js';

/** A document of a dossier, with when it came and by whom. */
export interface ListedDocument extends DocumentState {
  /** When it was recorded. */
  readonly at: Instant;
  /** The account that attached it. */
  readonly by: string;
  /** Whether there is a file that may be opened now. */
  readonly open: boolean;
}

/** A document whose file lies in the store. */
export type KeptDocument = ListedDocument & {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: MediaType;
};

/** What the facts of a dossier say about its documents. Read from the log: whoever has just uploaded sees it. */
@Injectable()
export class DossierDocuments {
  constructor(private readonly events: EventStore) {}

  /** In the order in which they came. A dossier outside the scope answers `NOT_FOUND`, as if it were not there. */
  async list(dossierId: string, scope: ReadScope): Promise<Decision<readonly ListedDocument[]>> {
    let dossier: MaybeDossier;
    const came: Pick<ListedDocument, 'at' | 'by'>[] = [];
    for await (const event of this.events.readStream(dossierStream(dossierId))) {
      const fact = recordedFact<DossierFact>(event);
      dossier = evolveDossier(dossier, fact);
      // Documents are only ever added, in order; a dossier that left another one brings its parent's along.
      while (came.length < (dossier?.documents.length ?? 0)) came.push({ at: fact.recordedAt, by: fact.actor.id });
    }
    if (!dossier || !covers(scope, dossier)) return refuse('NOT_FOUND', { params: { what: dossierId.slice(0, 80) } });
    const secret = dossier.secrecy !== 'none';
    return ok(
      dossier.documents.map((document, index) => ({
        ...document,
        ...(came[index] as (typeof came)[number]),
        open: isKept(document) && !document.sealed && !secret,
      })),
    );
  }

  /**
   * The document of a dossier that may be opened under a hash. Refuses `DOSSIER_IS_SECRET` (R9) from the declaration on, and
   * for files that were there before it also when it is lifted; `NOT_FOUND` for a hash that was only named and never uploaded:
   * knowing a hash gives nobody a file.
   */
  async find(dossierId: string, scope: ReadScope, sha256: string): Promise<Decision<KeptDocument>> {
    const listed = await this.list(dossierId, scope);
    if (!listed.ok) return listed;
    const same = listed.value.filter((document) => document.sha256 === sha256 && isKept(document));
    const document = same.findLast(({ open }) => open);
    // Kept, by the line above.
    if (document) return ok(document as KeptDocument);
    return same.length > 0
      ? refuse('DOSSIER_IS_SECRET', { rule: 'R9' })
      : refuse('NOT_FOUND', { params: { what: sha256.slice(0, 64) } });
  }
}

const isKept = ({ sha256, size, mediaType }: DocumentState): boolean =>
  sha256 !== undefined && size !== undefined && mediaType !== undefined;
