import type { Bilingual } from '#libs/domain/kernel';
import type { Procedure } from '#libs/domain/procedure';
import type {
  AnswerFigure,
  ClockFigure,
  ClusterFigure,
  Counted,
  FigureFilter,
  StayFigure,
  WorkersFigure,
} from '#libs/service/read-models';
import { type FigureKey, figureWords } from './figure-words.js';
import type { FigureGroup, FigureTold } from './figures.answers.js';

/** Figures as people are told them: with names, formulas, and the lists in which they can be counted again. */
export class FigureTeller {
  constructor(
    private readonly procedures: readonly Procedure[],
    private readonly filter: FigureFilter,
  ) {}

  onTime(rows: readonly ClockFigure[]): FigureTold {
    const lists = (more: Query) => ({
      numerator: this.list('deadlines', { ...more, settled: 'onTime' }),
      denominator: this.list('deadlines', { ...more, settled: 'all' }),
    });
    return {
      ...told('onTime', 'share'),
      total: { ...sum(rows), lists: lists({}) },
      groups: rows.map(({ award, clock, numerator, denominator }): FigureGroup => {
        const name = this.newest(award)?.clocks[clock]?.names;
        return { award, clock, ...named(name), numerator, denominator, lists: lists({ award, clock }) };
      }),
    };
  }

  running(counted: Counted): FigureTold {
    const lists = {
      numerator: this.list('dossiers', { running: 'true', overdue: 'true' }),
      denominator: this.list('dossiers', { running: 'true' }),
    };
    return { ...told('running', 'share'), total: { ...counted, lists }, groups: [] };
  }

  byCluster(rows: readonly ClusterFigure[]): FigureTold {
    const list = (more: Query) => ({ denominator: this.list('dossiers', more) });
    const count = rows.reduce((all, row) => all + row.count, 0);
    return {
      ...told('byCluster', 'count'),
      total: { count, lists: list({}) },
      groups: rows.map(({ award, cluster, count: own }): FigureGroup => {
        const lists = list({ award, cluster: cluster ?? 'unknown' });
        return { award, cluster, ...named(this.newest(award)?.names), count: own, lists };
      }),
    };
  }

  answers(rows: readonly AnswerFigure[]): FigureTold {
    return {
      ...told('answerTime', 'time'),
      groups: rows.map(({ unit, medianSeconds, answers }): FigureGroup => {
        const lists = { denominator: this.list('dossiers', { unit, supplemented: 'true' }) };
        return { unit, medianSeconds, stays: answers, lists };
      }),
    };
  }

  workers(key: 'directWorkersByAward' | 'directWorkersByCluster', rows: readonly WorkersFigure[]): FigureTold {
    const byAward = key === 'directWorkersByAward';
    const total = rows.reduce((all, { unknown }) => all + unknown, 0);
    return {
      ...told(key, 'share'),
      total: { ...sum(rows), unknown: total, lists: this.standings({}) },
      groups: rows.map(({ group, numerator, denominator, unknown }): FigureGroup => {
        const query = byAward ? { award: group ?? undefined } : { cluster: group ?? 'unknown' };
        return {
          ...(byAward ? { award: group ?? '', ...named(this.newest(group ?? '')?.names) } : { cluster: group }),
          numerator,
          denominator,
          unknown,
          lists: this.standings(query),
        };
      }),
    };
  }

  stays(rows: readonly StayFigure[]): FigureTold {
    return {
      ...told('medianStay', 'time'),
      groups: rows.map(({ award, step, medianSeconds, stays }): FigureGroup => {
        const name = this.newest(award)?.steps[step]?.names;
        const lists = { denominator: this.list('dossiers', { award, leftStep: step }) };
        return { award, step, ...named(name), medianSeconds, stays, lists };
      }),
    };
  }

  returned(rows: readonly { readonly award: string; readonly count: number }[]): FigureTold {
    const list = (more: Query) => ({ denominator: this.list('dossiers', { ...more, outcome: 'returned' }) });
    const count = rows.reduce((all, row) => all + row.count, 0);
    return {
      ...told('returned', 'count'),
      total: { count, lists: list({}) },
      groups: rows.map(({ award, count: own }): FigureGroup => {
        return { award, ...named(this.newest(award)?.names), count: own, lists: list({ award }) };
      }),
    };
  }

  private standings(query: Query) {
    return {
      numerator: this.list('statistics/nominees', { ...query, standing: 'direct_worker' }),
      denominator: this.list('statistics/nominees', { ...query, standing: 'known' }),
      unknown: this.list('statistics/nominees', { ...query, standing: 'unknown' }),
    };
  }

  private newest(award: string): Procedure | undefined {
    return this.procedures.filter(({ code }) => code === award).at(-1);
  }

  /** The list of what is counted: of the same dossiers as the whole answer, and of the group. */
  private list(kind: 'deadlines' | 'dossiers' | 'statistics/nominees', more: Query): string {
    const { award, ...rest } = { ...this.filter, ...more };
    const query = new URLSearchParams();
    // Lists of dossiers call an award by its procedure.
    if (award !== undefined) query.set(kind === 'dossiers' ? 'procedure' : 'award', award);
    for (const [name, value] of Object.entries(rest)) if (value !== undefined) query.set(name, value);
    const text = query.toString();
    return `/api/v1/${kind}${text === '' ? '' : `?${text}`}`;
  }
}

type Query = Readonly<Record<string, string | undefined>>;

const told = (key: FigureKey, unit: FigureTold['unit']) => ({ key, unit, ...figureWords[key] });
const named = (name: Bilingual | undefined) => (name ? { name: { vi: name.vi, en: name.en } } : {});

const sum = (rows: readonly { readonly numerator: number; readonly denominator: number }[]) => ({
  numerator: rows.reduce((all, { numerator }) => all + numerator, 0),
  denominator: rows.reduce((all, { denominator }) => all + denominator, 0),
});
