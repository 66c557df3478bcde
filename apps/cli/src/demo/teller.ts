import {
  type Bilingual,
  type Fact,
  type FactContext,
  type Language,
  type SentenceNames,
  codesAsNames,
  momentText,
} from '#libs/domain/kernel';
import { namesOfProcedure, type Procedure } from '#libs/domain/procedure';
import { eventCatalogue } from '#libs/service/event-catalogue';
import type { Terminal } from '../terminal.js';
import type { TimelineRow } from './agreement.js';

/** Tells the story: headings, facts in sentences, and what is seen beside them. */
export class Teller {
  readonly #names: SentenceNames;
  readonly #people: Map<string, string>;

  constructor(
    private readonly terminal: Terminal,
    private readonly language: Language,
    procedure: Procedure | undefined,
    people: ReadonlyMap<string, string>,
  ) {
    this.#people = new Map(people);
    this.#names = {
      ...codesAsNames,
      ...(procedure ? namesOfProcedure(procedure, language) : {}),
      actor: (id) => this.#people.get(id) ?? (id === 'system' ? SYSTEM[language] : id),
      unit: (id) => UNITS[id]?.[language] ?? id,
    };
  }

  /** Somebody whom the story did not know before. */
  meet(id: string, name: string): void {
    this.#people.set(id, name);
  }

  chapter(title: Bilingual): void {
    this.terminal.out('');
    this.terminal.out(`— ${title[this.language]}`);
  }

  /** A clock by its name in the procedure. */
  clock(code: string): string {
    return this.#names.clock(code);
  }

  /** Something that is no fact of the log: what was sent, read or awaited. */
  aside(text: Bilingual): void {
    this.terminal.out(`  ${' '.repeat(MARGIN)}${text[this.language]}`);
  }

  /** A row of the timeline, as the API gives it: when by the office's clock, where in the log, who, what. */
  fact(row: TimelineRow): void {
    const { type, effectiveAt, position } = row;
    const actor = { id: row.actorId ?? '' };
    // This system's clock travels, the store's does not: what holds from today would always be told as late.
    const fact = { ...row, recordedAt: effectiveAt, actor } as unknown as Fact & FactContext;
    const sentence = eventCatalogue.get(type)?.sentence(fact, this.language, this.#names) ?? type;
    const place = `#${position}`.padStart(PLACE);
    this.terminal.out(`  ${momentText(effectiveAt)}  ${place}  ${sentence}  [${type}, ${this.#names.actor(actor.id)}]`);
  }
}

const SYSTEM = { vi: 'hệ thống', en: 'the system' };

/** The units of the sample accounts that the story meets. */
const UNITS: Readonly<Record<string, Bilingual>> = {
  'khoi-thi-dua-3': { vi: 'Khối thi đua số 3', en: 'Emulation Block 3' },
  'so-nong-nghiep': { vi: 'Sở Nông nghiệp và Môi trường', en: 'the Department of Agriculture and Environment' },
  'ubnd-tinh': { vi: 'UBND tỉnh', en: 'the Provincial People’s Committee' },
};

const PLACE = 4;
/** Moment, place and the gaps between them. */
const MARGIN = 'HH:mm dd/MM/yyyy'.length + 2 + PLACE + 2;
