import { checkDraft, parseProcedure, procedureJsonSchema, sentenceOfDraftFault } from '#libs/domain/procedure';
import { valueOf } from '#libs/domain/kernel';
import { catalogue, procedureNamed } from '../../../../../test/support/procedures.js';
import { nameForm } from '../shape/name-forms.js';

/** Where something is said otherwise than BK_TINH says it; left out where nothing is said instead. */
type Spoilt = readonly [path: string, value?: unknown];

const spoilt = (...all: readonly Spoilt[]): object => {
  const { hash: _hash, ...given } = structuredClone(procedureNamed('BK_TINH@R2025.1'));
  for (const [path, value] of all) {
    const keys = path.split('.');
    let at: Record<string, unknown> = given;
    for (const key of keys.slice(0, -1)) at = at[key] as Record<string, unknown>;
    const last = keys.at(-1) ?? '';
    if (value === undefined) delete at[last];
    else at[last] = value;
  }
  return given;
};

const ladders = new Set(['default']);
const sentencesOf = (...all: readonly Spoilt[]) => {
  const checked = checkDraft(spoilt(...all), ladders);
  return checked.ok
    ? []
    : checked.error.map((fault) => [sentenceOfDraftFault(fault, 'vi'), sentenceOfDraftFault(fault, 'en')]);
};

describe('Reading a procedure', () => {
  it('takes one that is right', () => {
    expect(valueOf(parseProcedure(spoilt(['regime', 'R2025']))).code).toBe('BK_TINH');
  });

  it('one that takes no dossiers says why', () => {
    expect(sentencesOf(['receivable', false])[0]?.[0]).toMatch(/^notReceivable: /);
  });
});

describe('A fault is said by its place, what is wrong, and what was probably meant or what may stand there', () => {
  it.each<readonly [string, Spoilt, string, string]>([
    [
      'a step that is misspelt',
      ['steps.intake.acts.receive.to', 'apraisal'],
      'steps.intake.acts.receive.to: không có bước apraisal (có phải là appraisal?)',
      'steps.intake.acts.receive.to: there is no step apraisal; did you mean appraisal?',
    ],
    [
      'a vote that there is not at all',
      ['steps.council.vote', 'two-thirds'],
      'steps.council.vote: không có cách biểu quyết two-thirds; có thể dùng: minutes',
      'steps.council.vote: there is no vote two-thirds; what may stand here: minutes',
    ],
    [
      'a level',
      ['steps.intake.level', 'PM'],
      'steps.intake.level: không có cấp PM (có phải là MP?)',
      'steps.intake.level: there is no level PM; did you mean MP?',
    ],
    [
      'the level of a role',
      ['steps.intake.roles', ['officer@MT']],
      'steps.intake.roles.0: không có cấp MT (có phải là MP?)',
      'steps.intake.roles.0: there is no level MT; did you mean MP?',
    ],
    [
      'a level in small letters',
      ['steps.intake.level', 'mp'],
      'steps.intake.level: “mp” không đúng dạng; ở đây viết bằng chữ hoa không dấu, số và _, bắt đầu bằng chữ (có phải là MP?)',
      'steps.intake.level: “mp” does not fit; what stands here is written in capitals without accents, figures and _, and begins with a letter; did you mean MP?',
    ],
    [
      'a role',
      ['steps.intake.roles', ['oficer@MP']],
      'steps.intake.roles.0: không có vai trò “oficer” (có phải là officer?)',
      'steps.intake.roles.0: there is no role “oficer”; did you mean officer?',
    ],
    [
      'the role who answers for a clock',
      ['clocks.screen.responsible', 'boss'],
      'clocks.screen.responsible: không có vai trò “boss”; có thể dùng: submitter, officer, section_head, secretary, authority, clerk, system',
      'clocks.screen.responsible: there is no role “boss”; what may stand here: submitter, officer, section_head, secretary, authority, clerk, system',
    ],
    [
      'an entry',
      ['steps.intake.rolls', []],
      'steps.intake: không có mục nào tên là “rolls” (có phải là roles?)',
      'steps.intake: there is no entry called “rolls”; did you mean roles?',
    ],
    [
      'an entry of another sort of step',
      ['steps.archived.zzz', []],
      'steps.archived: không có mục nào tên là “zzz”; có thể dùng: kind, names, level, outcome',
      'steps.archived: there is no entry called “zzz”; what may stand here: kind, names, level, outcome',
    ],
    [
      'an act that is done',
      ['steps.intake.acts.recieve', {}],
      'steps.intake.acts: không có việc “recieve” (có phải là receive?)',
      'steps.intake.acts: there is no act “recieve”; did you mean receive?',
    ],
    [
      'an act that starts a clock',
      ['clocks.screen.startsOn', ['recieve']],
      'clocks.screen.startsOn.0: không có việc “recieve” (có phải là receive?)',
      'clocks.screen.startsOn.0: there is no act “recieve”; did you mean receive?',
    ],
    [
      'how a fact is named that starts a clock',
      ['clocks.screen.startsOn', [{ entred: 'council' }]],
      'clocks.screen.startsOn.0: không có mục nào tên là “entred” (có phải là entered?)',
      'clocks.screen.startsOn.0: there is no entry called “entred”; did you mean entered?',
    ],
    [
      'a fact of no sort at all',
      ['clocks.screen.startsOn', [{}]],
      'clocks.screen.startsOn.0: phải có một trong các mục “act”, “entered”, “left”',
      'clocks.screen.startsOn.0: one of the entries “act”, “entered”, “left” has to stand here',
    ],
    [
      'the unit of a limit',
      ['clocks.screen.limit.unit', 'working_days'],
      'clocks.screen.limit.unit: không có giá trị “working_days” (có phải là working_day?)',
      'clocks.screen.limit.unit: there is no value “working_days”; did you mean working_day?',
    ],
    [
      'a kind of commendation',
      ['kinds', ['cong_trangg']],
      'kinds.0: không có giá trị “cong_trangg” (có phải là cong_trang?)',
      'kinds.0: there is no value “cong_trangg”; did you mean cong_trang?',
    ],
    [
      'the kind of a step',
      ['steps.intake.kind', 'tsak'],
      'steps.intake.kind: không có giá trị “tsak” (có phải là task?)',
      'steps.intake.kind: there is no value “tsak”; did you mean task?',
    ],
    [
      'a step without its kind',
      ['steps.intake.kind'],
      'steps.intake: thiếu mục “kind”; có thể dùng: task, decision, wait, notice, sign, vote, fork, join, end',
      'steps.intake: the entry “kind” is missing; what may stand here: task, decision, wait, notice, sign, vote, fork, join, end',
    ],
    [
      'a vote without a quorum',
      ['votes.minutes.quorum'],
      'votes.minutes: thiếu mục “quorum”',
      'votes.minutes: the entry “quorum” is missing',
    ],
    [
      'half a fraction',
      ['votes.minutes.quorum.denominator'],
      'votes.minutes.quorum: thiếu mục “denominator” (số)',
      'votes.minutes.quorum: the entry “denominator” is missing (a number)',
    ],
    [
      'a number in quotation marks',
      ['clocks.screen.limit.value', '5'],
      'clocks.screen.limit.value: phải là số hoặc “unknown”, không phải chữ “5”; viết 5, không có ngoặc kép',
      'clocks.screen.limit.value: it has to be a number or “unknown”, not the text “5”; write 5, without quotation marks',
    ],
    [
      'text for a yes or no',
      ['receivable', 'true'],
      'receivable: phải là true hoặc false, không phải chữ “true”',
      'receivable: it has to be true or false, not the text “true”',
    ],
    ['a list of nothing', ['sources', []], 'sources: cần ít nhất 1 mục', 'sources: it needs 1 at least'],
    [
      'a date as one writes it by hand',
      ['effective.from', '01/07/2025'],
      'effective.from: “01/07/2025” không đúng dạng; ở đây là ngày, viết năm-tháng-ngày: 2026-12-31 là ngày 31/12/2026 (có phải là 2025-07-01?)',
      'effective.from: “01/07/2025” does not fit; what stands here is a date, year-month-day: 2026-12-31 is the 31st of December 2026; did you mean 2025-07-01?',
    ],
    [
      'the name of a step',
      ['steps.Họp Hội đồng', { kind: 'end', names: { vi: 'Họp', en: 'Session' }, level: 'MP', outcome: 'granted' }],
      'steps: “Họp Hội đồng” không đúng dạng; ở đây viết bằng chữ thường không dấu, số và . _ -, bắt đầu bằng chữ (có phải là hop-hoi-dong?)',
      'steps: “Họp Hội đồng” does not fit; what stands here is written in small letters without accents, figures and . _ -, and begins with a letter; did you mean hop-hoi-dong?',
    ],
    [
      'a ladder',
      ['ladder', 'defalt'],
      'ladder: không có thang nhắc việc “defalt” (có phải là default?)',
      'ladder: there is no ladder “defalt”; did you mean default?',
    ],
    [
      'an end before the beginning',
      ['effective.until', '2025-01-01'],
      'effective.until: ngày hết hiệu lực 01/01/2025 phải sau ngày bắt đầu 01/07/2025',
      'effective.until: it ends on 01/01/2025, which has to come after its first day 01/07/2025',
    ],
  ])('%s', (_title, spoil, vi, en) => {
    expect(sentencesOf(spoil)).toEqual([[vi, en]]);
  });

  it('a key that is misspelt is one fault, not also that the right one is missing', () => {
    const { quorum } = procedureNamed('BK_TINH@R2025.1').votes['minutes'] ?? {};
    expect(sentencesOf(['votes.minutes.quorum'], ['votes.minutes.quorom', quorum]).map(([vi]) => vi)).toEqual([
      'votes.minutes: không có mục nào tên là “quorom” (có phải là quorum?)',
    ]);
  });

  it('no form of a name is shown as a pattern', () => {
    const patterns = new Set<string>();
    const walk = (schema: unknown): void => {
      if (typeof schema !== 'object' || schema === null) return;
      const { pattern, format } = schema as { pattern?: unknown; format?: unknown };
      if (typeof pattern === 'string' && format !== 'date' && !pattern.startsWith('^(submitter|'))
        patterns.add(pattern);
      Object.values(schema).forEach(walk);
    };
    walk(procedureJsonSchema());
    expect(patterns.size).toBeGreaterThan(4);
    for (const pattern of patterns) expect([pattern, nameForm(pattern)?.vi]).toEqual([pattern, expect.any(String)]);
  });
});

describe('The names that the engine gives', () => {
  const council = 'steps.council.acts.record-council-result.outcomes';

  it.each<readonly [string, Spoilt, string]>([
    [
      'a result of the council that is misspelt',
      [council, { pased: 'approval', none_passed: 'approval' }],
      `${council}.pased: Hội đồng không có kết quả “pased”, chỉ có passed và none_passed (có phải là passed?)`,
    ],
    [
      'a result of the council that is left out',
      [council, { passed: 'approval' }],
      `${council}: thiếu kết quả “none_passed”: Hội đồng trả lời như vậy thì hồ sơ nằm lại bước này mãi`,
    ],
    [
      'results of an act that has none',
      ['steps.intake.acts.receive', { outcomes: { complete: 'appraisal' } }],
      'steps.intake.acts.receive.outcomes: việc “tiếp nhận hồ sơ” không chia kết quả: ghi bước tiếp theo ở “to”',
    ],
    [
      'a clock of the name that a supplement has',
      ['clocks.supplement', procedureNamed('BK_TINH@R2025.1').clocks['screen']],
      'clocks.supplement: tên “supplement” dành riêng cho hạn bổ sung do cán bộ đặt; đặt tên khác cho thời hạn này',
    ],
    [
      'a clock that waits for a result which that act never has',
      ['clocks.appraise.metBy', [{ act: 'record-council-result', outcome: 'all_answered' }]],
      'clocks.appraise.metBy.0.outcome: việc “ghi kết quả Hội đồng” không có kết quả “all_answered”; có thể dùng: passed, none_passed',
    ],
  ])('%s', (_title, spoil, said) => {
    expect(sentencesOf(spoil)[0]?.[0]).toBe(said);
    // What was published is read all the same.
    expect(parseProcedure(spoilt(spoil)).ok).toBe(true);
  });

  it('a council whose answer is only written down has the same results', () => {
    const done = (...outcomes: string[]) => ({
      'complete-step': {
        outcomes: Object.fromEntries(
          outcomes.map((outcome) => [outcome, { to: 'approval', names: { vi: outcome, en: outcome } }]),
        ),
      },
    });
    // That an approval then never comes is another fault, of the way and not of a name.
    const faults = (...outcomes: string[]) =>
      sentencesOf(['steps.council.acts', done(...outcomes)])
        .map(([vi]) => vi)
        .filter((said) => said?.startsWith('steps.council'));
    expect(faults('passed', 'none_passed', 'not_held')).toEqual([]);
    expect(faults('pased', 'none_passed', 'not_held')).toEqual([
      'steps.council.acts.complete-step.outcomes.pased: Hội đồng không có kết quả “pased”, chỉ có passed và none_passed (có phải là passed?)',
    ]);
    expect(faults('passed', 'not_held')).toEqual([expect.stringContaining('thiếu kết quả “none_passed”')]);
  });

  it('are used by every procedure of the catalogue as the engine means them', () => {
    const faulty = catalogue.flatMap(({ hash: _hash, ...document }) => {
      const checked = checkDraft(document, ladders);
      return checked.ok ? [] : checked.error.map((fault) => `${document.code}: ${sentenceOfDraftFault(fault, 'en')}`);
    });
    expect(faulty).toEqual([]);
  });
});
