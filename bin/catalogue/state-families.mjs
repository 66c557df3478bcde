// The families of the awards that the Prime Minister and the President give.
import { BASE_COUNCIL, beginning, ends, MP_COUNCIL, outcome, upToProvince } from './beginnings.mjs';
import { close, consult, council, decide, receive, refusalNotice, Way } from './blocks.mjs';

/** Opinions and public notice at the same time, before the council (R39, R40, R41). */
function prepare(way, skip) {
  if (skip.includes('public-posting')) {
    consult(way, 'MP', 'council.mp');
    return 'consult.mp';
  }
  way.fork('fork-prepare', 'MP', { opinions: 'consult.mp', notice: 'public-posting' }, 'join-prepare');
  consult(way, 'MP', 'join-prepare');
  way.add('public-posting', 'notice', ['Công khai lấy ý kiến', 'Public notice'], 'MP', ['officer'], {
    'open-notice': {},
    'complete-step': {
      outcomes: {
        clean: outcome('join-prepare', 'không có phản ánh', 'no objection', {
          notBefore: 'posting',
          given: 'no_objection',
        }),
        objections: outcome('objection', 'có phản ánh', 'objections'),
        posted_before: outcome('join-prepare', 'đã công khai trước đó', 'posted before', {
          reason: 'required',
          notBefore: 'posting',
        }),
      },
    },
  });
  way.add('objection', 'task', ['Xác minh phản ánh', 'Verifying objections'], 'MP', ['officer'], {
    'open-notice': {},
    'complete-step': {
      outcomes: {
        cleared: outcome('join-prepare', 'đã làm rõ', 'cleared', {
          reason: 'required',
          notBefore: 'posting',
          given: 'objections_settled',
        }),
        all_upheld: outcome('refusal-notice.mp', 'phản ánh đúng', 'upheld', {
          leaves: 'fork-prepare',
          reason: 'required',
        }),
      },
    },
  });
  way.join('join-prepare', 'MP', 'council.mp');
  return 'fork-prepare';
}

/** From the council of the ministry or province to the Ministry of Home Affairs. */
function upToMinistry(way, { next, below }) {
  receive(way, 'MOHA', {
    from: 'MP',
    next,
    below,
    down: 'rework.mp',
    back: 'appraise.mp',
    not: 'refusal-notice.mp',
  });
  refusalNotice(way, 'refusal-notice.mp', 'MP');
  refusalNotice(way, 'refusal-notice', 'MOHA');
}

function submitToPm(way, to) {
  way.add('submit-pm', 'sign', ['Trình Thủ tướng', 'Submission to the Prime Minister'], 'MOHA', ['authority'], {
    'complete-step': {
      outcomes: {
        submitted: outcome(to, 'đã trình', 'submitted'),
        send_back: outcome('appraise.moha', 'trả để sửa', 'sent back', { reason: 'required' }),
      },
    },
  });
}

function president(way) {
  submitToPm(way, 'pm-propose');
  way.add(
    'pm-propose',
    'decision',
    ['Thủ tướng đề nghị Chủ tịch nước', 'The Prime Minister proposes'],
    'PM',
    ['authority'],
    {
      'complete-step': {
        outcomes: {
          propose: outcome('decide.pres', 'đề nghị', 'proposed'),
          ask_more: outcome('appraise.moha', 'yêu cầu làm rõ', 'asks for more', { reason: 'required' }),
          refuse: outcome('refusal-notice', 'không đề nghị', 'not proposed', { reason: 'required' }),
        },
      },
    },
  );
  decide(way, 'decide.pres', ['Chủ tịch nước quyết định', 'The President decides'], 'PRES', {
    back: 'appraise.moha',
    ask: 'ask_more',
  });
  close(way, 'PRES', { decides: 'decide.pres', state: true, archiveAt: 'MP' });
  ends(way, 'MP');
}

/** F4 and F5: state awards, by the Prime Minister or the President. */
export function state({ skip, vote, family }) {
  const way = new Way();
  const first = skip.includes('public-posting') ? 'consult.mp' : 'fork-prepare';
  const levels = upToProvince(way, { skip, next: first });
  prepare(way, skip);
  const party = !skip.includes('party-opinion');
  council(way, 'council.mp', MP_COUNCIL, 'MP', vote, {
    passed: party ? 'party-opinion' : 'submit-up.moha',
    none: 'refusal-notice.mp',
    clarify: 'appraise.mp',
  });
  if (party) {
    way.add('party-opinion', 'wait', ['Ý kiến cấp ủy', 'Opinion of the Party committee'], 'MP', ['secretary'], {
      'attach-document': {},
      'complete-step': {
        outcomes: {
          agreed: outcome('submit-up.moha', 'đồng ý', 'agreed'),
          none_agreed: outcome('refusal-notice.mp', 'không đồng ý', 'not agreed', { reason: 'required' }),
          proceed_unanswered: outcome('submit-up.moha', 'đi tiếp khi chưa có ý kiến', 'goes on unanswered', {
            roles: ['authority'],
            reason: 'required',
          }),
        },
      },
    });
  }
  upToMinistry(way, { next: 'consult.moha', below: 'council.mp' });
  const central = family === 'F5h' || (family === 'F4' && !skip.includes('central-standing'));
  const afterOpinions = family === 'F5h' ? 'posting.moha' : central ? 'central-standing' : 'submit-pm';
  consult(way, 'MOHA', afterOpinions);
  if (family === 'F5h') {
    way.add(
      'posting.moha',
      'notice',
      ['Bộ Nội vụ đăng tải lấy ý kiến nhân dân', 'Central notice'],
      'MOHA',
      ['officer'],
      {
        'open-notice': {},
        'complete-step': {
          outcomes: {
            clean: outcome('central-council', 'không có phản ánh', 'no objection', {
              notBefore: 'posting-moha',
              given: 'no_objection',
            }),
            objections: outcome('objection.moha', 'có phản ánh', 'objections'),
          },
        },
      },
    );
    way.add('objection.moha', 'task', ['Xác minh phản ánh', 'Verifying objections'], 'MOHA', ['officer'], {
      'open-notice': {},
      'complete-step': {
        outcomes: {
          cleared: outcome('central-council', 'đã làm rõ', 'cleared', {
            reason: 'required',
            notBefore: 'posting-moha',
            given: 'objections_settled',
          }),
          all_upheld: outcome('refusal-notice', 'phản ánh đúng', 'upheld', { reason: 'required' }),
        },
      },
    });
  } else if (central) {
    way.add(
      'central-standing',
      'decision',
      ['Báo cáo Thường trực Hội đồng TĐKT Trung ương', 'Report to the standing body'],
      'MOHA',
      ['authority'],
      {
        'complete-step': {
          outcomes: {
            to_council: outcome('central-council', 'đưa ra Hội đồng', 'to the council'),
            to_pm: outcome('submit-pm', 'trình Thủ tướng', 'to the Prime Minister'),
          },
        },
      },
    );
  }
  if (central) {
    council(
      way,
      'central-council',
      ['Hội đồng TĐKT Trung ương', 'Central council'],
      'MOHA',
      family === 'F5h' ? 'central' : 'central-unknown',
      {
        passed: 'submit-pm',
        none: 'refusal-notice',
        clarify: 'appraise.moha',
        written: family !== 'F5h',
      },
    );
  }
  if (family === 'F4') {
    submitToPm(way, 'decide.pm');
    decide(way, 'decide.pm', ['Thủ tướng quyết định', 'The Prime Minister decides'], 'PM', {
      back: 'appraise.moha',
      ask: 'ask_more',
    });
    close(way, 'PM', { decides: 'decide.pm', state: true, archiveAt: 'MP' });
    ends(way, 'MP');
    return { way, levels: [...levels, 'MOHA', 'PM'], decides: 'submit-pm' };
  }
  president(way);
  return { way, levels: [...levels, 'MOHA', 'PM', 'PRES'], decides: 'submit-pm' };
}

/** F6: no council and no notice (thủ tục đơn giản). */
export function simplified({ skip }) {
  const way = new Way();
  const asks = !skip.includes('consult.mp');
  upToProvince(way, { skip: ['unit-review', 'base-council'], next: asks ? 'consult.mp' : 'submit-up.moha' });
  if (asks) consult(way, 'MP', 'submit-up.moha');
  upToMinistry(way, { next: 'consult.moha', below: 'appraise.mp' });
  consult(way, 'MOHA', 'submit-pm');
  president(way);
  return { way, levels: ['UNIT', 'MP', 'MOHA', 'PM', 'PRES'], decides: 'submit-pm' };
}

/** F7b: begins at the commune, in calendar days. */
export function youthVolunteers() {
  const way = new Way();
  beginning(way, { skip: ['unit-review'], to: 'submit-up.base' });
  receive(way, 'BASE', {
    from: 'UNIT',
    next: 'base-council',
    below: 'report',
    down: 'report',
    back: 'report',
    screened: 'public-posting.base',
  });
  const posted = (vi, en, more) => outcome('appraise.base', vi, en, more);
  way.add(
    'public-posting.base',
    'notice',
    ['Niêm yết danh sách tại xã', 'List posted at the commune'],
    'BASE',
    ['officer'],
    {
      'open-notice': {},
      'complete-step': {
        outcomes: {
          clean: posted('không có phản ánh', 'no objection', { given: 'no_objection' }),
          objections: posted('có phản ánh', 'objections', { given: 'objections_settled' }),
        },
      },
    },
  );
  const councils = { none: 'refusal-notice.base', clarify: 'appraise.base' };
  council(way, 'base-council', BASE_COUNCIL, 'BASE', 'minutes-base', { passed: 'submit-up.mp', ...councils });
  refusalNotice(way, 'refusal-notice.base', 'BASE');
  receive(way, 'MP', {
    from: 'BASE',
    next: 'council.mp',
    below: 'base-council',
    down: 'rework.base',
    back: 'appraise.base',
    not: 'refusal-notice.base',
  });
  council(way, 'council.mp', MP_COUNCIL, 'MP', 'minutes', {
    passed: 'submit-up.moha',
    none: 'refusal-notice.mp',
    clarify: 'appraise.mp',
  });
  upToMinistry(way, { next: 'submit-pm', below: 'council.mp' });
  president(way);
  return { way, levels: ['UNIT', 'BASE', 'MP', 'MOHA', 'PM', 'PRES'], decides: 'submit-pm' };
}
