import type { Language, Recorded, SentenceNames } from '#libs/domain/kernel';
import type { DossierEventType, DossierFactOf } from '../dossier.events.js';

/** Says one fact as an officer or auditor would, in both languages. No full stop at the end: it may be a line of a list. */
export type SentencesOf<T extends DossierEventType> = Readonly<
  Record<Language, (fact: Recorded<DossierFactOf<T>>, names: SentenceNames) => string>
>;

/** Sentences for some types of events. */
export type Sentences<T extends DossierEventType> = { readonly [K in T]: SentencesOf<K> };
