// The blocks of which the families of procedures are made: one level's receipt and appraisal, and the closing of a dossier.

const step = (kind, vi, en, level, more = {}) => ({ kind, names: { vi, en }, level, ...more });
const outcome = (to, vi, en, more = {}) => ({ to, names: { vi, en }, ...more });
const complete = (outcomes) => ({ outcomes });
const claim = {};

/** Everything that a procedure is built up in: its steps, in the order in which they are read. */
export class Way {
  steps = {};

  /** Adds a step at which something is done. */
  add(name, kind, [vi, en], level, roles, acts, more = {}) {
    this.steps[name] = step(kind, vi, en, level, { roles, ...more, acts: { ...acts, claim } });
  }

  fork(name, level, branches, join) {
    this.steps[name] = step('fork', 'Tách nhánh', 'Branches part', level, { branches, join });
  }

  join(name, level, to) {
    this.steps[name] = step('join', 'Hợp nhánh', 'Branches meet', level, { to });
  }

  end(name, [vi, en], level, how) {
    this.steps[name] = step('end', vi, en, level, { outcome: how });
  }
}

const belowOf = (from) => (from === 'UNIT' ? ['submitter@UNIT'] : [`officer@${from}`]);

/** Receipt, screening and appraisal at one level; where things lead from there is the family's business. */
export function receive(way, level, { from, next, below, down, back, not = 'not-submitted', screened, clocks = true }) {
  const l = level.toLowerCase();
  const at = (name) => `${name}.${l}`;
  const lower = belowOf(from);
  const hand = from === 'UNIT' ? 'submit' : 'forward';
  way.add(
    at('submit-up'),
    'sign',
    ['Ký tờ trình, nộp hồ sơ', 'Sign the letter and submit'],
    from,
    from === 'UNIT' ? ['submitter'] : ['authority'],
    {
      'attach-document': from === 'UNIT' ? {} : { roles: ['officer', 'authority'] },
      [hand]: { to: at('intake') },
      'complete-step': complete({
        ...(from === 'UNIT'
          ? {}
          : { submitted: outcome(at('intake'), 'đã trình cấp trên', 'submitted outside the system') }),
        send_back: outcome(back, 'trả để sửa', 'sent back', { reason: 'required' }),
        not_submitted: outcome(not, 'không trình', 'not submitted', { reason: 'required' }),
      }),
    },
  );
  way.add(at('intake'), 'task', ['Tiếp nhận, kiểm tra đủ hồ sơ', 'Intake'], level, ['officer'], {
    receive: { to: at('return'), notSameAs: ['submit'] },
    'request-supplement': { to: at('supplement-in') },
    'complete-step': complete({ refuse: outcome('refused', 'từ chối tiếp nhận', 'refused', { reason: 'required' }) }),
  });
  const waits = (name, vi, en, to) =>
    way.add(at(name), 'wait', [vi, en], level, lower, {
      'attach-document': {},
      supplement: { to },
      'complete-step': complete({
        lapse: outcome(to, 'hết thời gian chờ', 'lapsed', { roles: ['officer'], reason: 'required' }),
      }),
    });
  waits('supplement-in', 'Bổ sung trước tiếp nhận', 'Supplement before receipt', at('intake'));
  way.add(
    at('return'),
    'decision',
    ['Sàng lọc: thụ lý hay trả lại', 'Take on or return'],
    level,
    ['officer'],
    {
      return: { to: at('rework') },
      'complete-step': complete({ qualified: outcome(screened ?? at('appraise'), 'thụ lý', 'taken on') }),
    },
    { clocks: [`return-${l}`] },
  );
  way.add(at('rework'), 'wait', ['Khắc phục hồ sơ bị trả', 'Repair after return'], level, lower, {
    'attach-document': {},
    'complete-step': complete({
      resubmit: outcome(at('submit-up'), 'nộp lại', 'resubmitted'),
      ...(below ? { review_again: outcome(below, 'xét lại', 'reviewed again') } : {}),
      ...(down && down !== below ? { return_down: outcome(down, 'trả xuống cấp dưới', 'returned down') } : {}),
      abandon: outcome('returned', 'không nộp lại', 'given up', { reason: 'required' }),
      lapse: outcome('returned', 'hết thời gian chờ', 'lapsed', { roles: ['officer'], reason: 'required' }),
    }),
  });
  way.add(
    at('appraise'),
    'task',
    ['Thẩm định', 'Appraisal'],
    level,
    ['officer'],
    {
      'appraise-nominees': { notSameAs: ['submit'] },
      'complete-appraisal': { to: next, notSameAs: ['submit'] },
      'request-supplement': { to: at('supplement') },
      return: { to: at('rework') },
    },
    clocks ? { clocks: [`appraise-${l}`] } : {},
  );
  waits('supplement', 'Bổ sung khi thẩm định', 'Supplement in appraisal', at('appraise'));
}

/** Opinions of other bodies, which nobody takes for given (R41). */
export function consult(way, level, to) {
  const l = level.toLowerCase();
  way.add(`consult.${l}`, 'wait', ['Lấy ý kiến hiệp y', 'Opinions of other bodies'], level, ['officer'], {
    'attach-document': {},
    'ask-opinion': {},
    'record-opinion': {},
    'withdraw-opinion': {},
    'complete-step': complete({
      all_answered: outcome(to, 'đã trả lời đủ', 'all have answered', { given: 'opinions_answered' }),
      none_asked: outcome(to, 'không cần lấy ý kiến', 'nobody was asked', { given: 'no_opinion_asked' }),
      proceed_unanswered: outcome(to, 'đi tiếp khi chưa trả lời đủ', 'goes on unanswered', {
        roles: ['authority'],
        reason: 'required',
        given: 'opinion_missing',
      }),
    }),
  });
}

/** A council: with a ballot or minutes that are computed, or, where nobody has been appraised yet, written down. */
export function council(way, name, names, level, vote, { passed, none, clarify, written = false }) {
  const more = {
    not_held: outcome(name, 'chưa họp được', 'not held', { reason: 'required' }),
    clarify: outcome(clarify, 'đề nghị làm rõ', 'to be made clear', { reason: 'required' }),
  };
  const result = {
    passed: outcome(passed, 'thông qua', 'passed'),
    none_passed: outcome(none, 'không thông qua', 'none passed'),
  };
  way.add(
    name,
    'vote',
    names,
    level,
    ['secretary'],
    written
      ? { 'attach-document': {}, 'complete-step': complete({ ...result, ...more }) }
      : { 'record-council-result': { outcomes: { passed, none_passed: none } }, 'complete-step': complete(more) },
    { vote },
  );
}

/** Who has the power says yes to some and no to others. */
export function decide(way, name, names, level, { passed, back, no = 'refusal-notice', ask = 'send_back' }) {
  const eyes = ['submit', 'appraise-nominees', 'complete-appraisal'];
  way.add(
    name,
    'decision',
    names,
    level,
    ['authority'],
    {
      approve: { to: 'issue', notSameAs: eyes },
      reject: { to: no, notSameAs: eyes },
      'complete-step': complete({ [ask]: outcome(back, 'yêu cầu làm rõ', 'asks for more', { reason: 'required' }) }),
    },
    passed ? { needs: { passed } } : {},
  );
}

export const refusalNotice = (way, name, level) =>
  way.add(name, 'task', ['Thông báo không khen thưởng', 'Notice of refusal'], level, ['officer'], {
    'complete-step': complete({ sent: outcome('rejected', 'đã thông báo', 'sent') }),
  });

/** Number, copies, insignia and money, conferment, archive. */
export function close(way, level, { decides, state = false, archiveAt = level }) {
  way.add('issue', 'sign', ['Ban hành quyết định', 'Issuing the decision'], level, ['clerk', 'officer', 'secretary'], {
    'enter-in-decision': {},
    'release-from-decision': {},
    'receive-decision': { to: state ? 'decision-in.moha' : 'fork-close', roles: ['system'] },
    'complete-step': complete({
      wrong_text: outcome(decides, 'văn bản sai, trình lại', 'the text is wrong, decided again', {
        reason: 'required',
      }),
    }),
  });
  const task = (name, vi, en, at, role, to, clocks = []) => {
    // Where copies go out, it is done when they have gone to everybody (R47).
    const copies = name.startsWith('notify');
    const done = outcome(to, 'đã xong', 'done', copies ? { given: 'copies_sent' } : {});
    const acts = { ...(copies ? { 'send-copies': {} } : {}), 'complete-step': complete({ done }) };
    way.add(name, 'task', [vi, en], at, [role], acts, { clocks });
  };
  if (state)
    task(
      'decision-in.moha',
      'Bộ Nội vụ nhận quyết định',
      'The ministry receives the decision',
      'MOHA',
      'clerk',
      'fork-close',
    );
  const upper = state ? 'MOHA' : level;
  way.fork('fork-close', upper, { copies: state ? 'notify.moha' : 'notify', items: 'items' }, 'join-close');
  if (state) {
    task('notify.moha', 'Sao gửi bộ, tỉnh', 'Copies to the submitting body', 'MOHA', 'clerk', 'decision-in.mp', [
      'notify-moha',
    ]);
    task('decision-in.mp', 'Bộ, tỉnh nhận quyết định', 'The submitting body receives it', 'MP', 'clerk', 'notify');
    task('notify', 'Sao gửi người được khen', 'Copies to who is honoured', 'MP', 'clerk', 'join-close', ['notify']);
  } else task('notify', 'Sao gửi quyết định', 'Copies of the decision', level, 'clerk', 'join-close', ['notify']);
  way.add('items', 'task', ['Hiện vật, tiền thưởng', 'Insignia and money'], upper, ['officer'], {
    'complete-step': complete({
      delivered: outcome('join-close', 'đã cấp', 'delivered'),
      none_due: outcome('join-close', 'không có', 'none due'),
    }),
  });
  way.join('join-close', archiveAt, 'ceremony');
  way.add('ceremony', 'task', ['Công bố, trao tặng', 'Conferment'], archiveAt, ['submitter@UNIT', 'secretary'], {
    confer: { to: 'archive' },
  });
  way.add(
    'archive',
    'task',
    ['Lưu trữ', 'Archiving'],
    archiveAt,
    ['clerk', 'officer'],
    { archive: { to: 'granted' } },
    { clocks: ['handover'] },
  );
}
