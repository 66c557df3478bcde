import {
  type BlockedBy,
  type BlockedDeadline,
  type BlockedLine,
  type BlockedReason,
  blockedSentence,
  endedSentence,
} from '#libs/domain/dossier';
import { type Bilingual, type Instant, type Language, languages, roleNames } from '#libs/domain/kernel';
import { actName, levelNameOf, type Procedure } from '#libs/domain/procedure';
import { type RefusalTold, tellRefusal } from '../allowed/tell-allowed.js';
import type { NamesIn } from '../names.js';

/** A position that may act: a role in a unit, never a person. */
export interface PositionTold {
  readonly role: string;
  readonly roleName: Bilingual;
  readonly level: string;
  readonly levelName: Bilingual;
  readonly unitId: string;
  readonly unit: Bilingual;
  /** It writes down what a level outside the installation did. */
  readonly recording: boolean;
}

/** Something that would move the dossier on, or make that possible. */
export interface AwaitedActTold {
  readonly act: string;
  readonly name: Bilingual;
  readonly outcome?: string;
  readonly outcomeName?: Bilingual;
  readonly by: readonly PositionTold[];
  /** Who did one of these acts on the dossier may not do it (R42). */
  readonly notBy: readonly string[];
}

/** Why the dossier does not go on at one place. */
export interface BlockedLineTold {
  readonly place: string;
  readonly name: Bilingual;
  readonly reason: BlockedReason;
  readonly since: Instant;
  readonly sentences: Bilingual;
  readonly acts: readonly AwaitedActTold[];
  readonly refusal?: RefusalTold;
  readonly documents: readonly { readonly document: string; readonly name: Bilingual }[];
  /** Bodies that were asked and have not answered, by name. */
  readonly opinions: readonly { readonly opinionId: string; readonly body: string; readonly askedAt: Instant }[];
  readonly until?: Instant;
  readonly deadlines: readonly (BlockedDeadline & { readonly name: Bilingual })[];
  readonly rule?: string;
  readonly source: string;
}

export interface BlockedTold {
  readonly ended?: {
    readonly step: string;
    readonly name: Bilingual;
    readonly outcome: string;
    readonly on: Instant;
    readonly sentences: Bilingual;
  };
  readonly lines: readonly BlockedLineTold[];
}

/** Why a dossier is stuck, in the words of its procedure and its offices; in the names that are given. */
export function tellBlocked(
  { ended, lines }: BlockedBy,
  procedure: Procedure | undefined,
  names: NamesIn,
): BlockedTold {
  const inBoth = (say: (language: Language) => string): Bilingual =>
    Object.fromEntries(languages.map((language) => [language, say(language)])) as Record<Language, string>;
  return {
    ...(ended
      ? {
          ended: {
            ...ended,
            name: inBoth((language) => names(language).step(ended.step)),
            sentences: inBoth((language) => endedSentence(ended, language, names(language))),
          },
        }
      : {}),
    lines: lines.map((line) => {
      const { place, reason, since, acts, refusal, documents, opinions, until, deadlines, rule, source } = line;
      return {
        place,
        name: inBoth((language) => names(language).step(place)),
        reason,
        since,
        sentences: inBoth((language) => blockedSentence(line, language, names(language))),
        acts: acts.map((awaited) => actTold(awaited, line, procedure, inBoth, names)),
        ...(refusal ? { refusal: tellRefusal(refusal, names) } : {}),
        documents: documents.map((document) => ({
          document,
          name: inBoth((language) => names(language).document(document)),
        })),
        opinions: opinions.map(({ opinionId, body, askedAt }) => ({ opinionId, body: body.name, askedAt })),
        ...(until === undefined ? {} : { until }),
        deadlines: deadlines.map((deadline) => ({
          ...deadline,
          name: inBoth((language) => names(language).clock(deadline.clock)),
        })),
        ...(rule === undefined ? {} : { rule }),
        source,
      };
    }),
  };
}

type Awaited = BlockedLine['acts'][number];

function actTold(
  { act, outcome, by, notBy }: Awaited,
  { place }: BlockedLine,
  procedure: Procedure | undefined,
  inBoth: (say: (language: Language) => string) => Bilingual,
  names: NamesIn,
): AwaitedActTold {
  return {
    act,
    name:
      act === 'issue-decision'
        ? { vi: 'ban hành quyết định', en: 'issue of the decision' }
        : inBoth((language) => actName(act, language)),
    ...(outcome === undefined
      ? {}
      : { outcome, outcomeName: inBoth((language) => names(language).outcome(place, outcome)) }),
    by: by.map(({ role, level, unitId, recording }) => ({
      role,
      roleName: roleNames[role],
      level,
      levelName: inBoth((language) => (procedure ? levelNameOf(procedure, level, language) : level)),
      unitId,
      unit: inBoth((language) => names(language).unit(unitId)),
      recording,
    })),
    notBy,
  };
}
