import { type DossierState, isHanging, type NoticeState, windowOf } from '#libs/domain/dossier';
import type { Bilingual, Instant, LocalDate } from '#libs/domain/kernel';
import type { Units } from '#libs/domain/organization';
import type { NomineeKind, Procedure } from '#libs/domain/procedure';

/** Who hangs out, as the law posts them: by name and place of work. No code, no birth date, no address, no achievement. */
export interface PostedNominee {
  readonly kind: NomineeKind;
  readonly name: string;
  readonly unit: string;
}

/** A notice for everybody to read. */
export interface PublicNotice {
  readonly code: string;
  readonly award: Bilingual;
  readonly body: Bilingual;
  readonly where: string;
  readonly openedAt: Instant;
  /** The last day on which it hangs out; null where the law's figure is unknown. */
  readonly lastDay: LocalDate | null;
  readonly contact: NoticeState['contact'];
  readonly nominees: readonly PostedNominee[];
}

/** A notice as the list of all that hang out names it: nobody. */
export type PublicNoticeLine = Pick<PublicNotice, 'code' | 'award' | 'body' | 'openedAt' | 'lastDay'>;

/** A unit by its name in both languages; one that nobody knows by its id. */
export const unitName = (units: Units, unitId: string): Bilingual => {
  const name = units.get(unitId)?.name;
  return name ? { vi: name.vi, en: name.en } : { vi: unitId, en: unitId };
};

/** The names of an award. */
export const awardName = (procedure: Procedure | undefined, code: string): Bilingual =>
  procedure ? procedure.names : { vi: code, en: code };

/** What everybody may read of a notice at a moment; `undefined` once it does not hang out any more. */
export function publicNotice(
  dossier: DossierState,
  noticeId: string,
  code: string,
  {
    procedure,
    units,
    now,
  }: { readonly procedure: Procedure | undefined; readonly units: Units; readonly now: Instant },
): PublicNotice | undefined {
  const notice = dossier.notices.get(noticeId);
  if (!notice || !isHanging(dossier, notice, now)) return undefined;
  return {
    code,
    award: awardName(procedure, dossier.procedureCode),
    body: unitName(units, notice.byUnitId),
    where: notice.where,
    openedAt: notice.openedAt,
    lastDay: windowOf(dossier, notice)?.lastPostingDay ?? null,
    contact: notice.contact,
    // As they are called now: a corrected name is corrected on the wall, and who left the dossier hangs out with it elsewhere.
    nominees: notice.nominees.flatMap((id) => {
      const nominee = dossier.nominees.get(id);
      return nominee ? [{ kind: nominee.kind, name: nominee.name, unit: nominee.unit }] : [];
    }),
  };
}
