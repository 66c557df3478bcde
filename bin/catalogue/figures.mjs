// Votes and clocks with their sources, and how sure each is. Under a regime that was not read every figure is unknown as to the law
// and goes on as its predecessor's.
const n98 = 'ND 98/2023 Art 30(7)';
const quorum = (rule, numerator, denominator, source, confidence) => ({
  numerator,
  denominator,
  rule,
  source,
  confidence,
});
const threshold = (rule, numerator, denominator, source, confidence, strict = false) => ({
  numerator,
  denominator,
  strict,
  of: 'all_members',
  rule,
  source,
  confidence,
});
const common = {
  absentees: { written: 'counted', source: n98, confidence: 'verified_in_repealed_text' },
  rounds: { max: 'unknown', source: 'Chỉ có quy định địa phương', confidence: 'unknown' },
  secret: { value: 'unknown', source: 'Luật chỉ nói “bỏ phiếu”', confidence: 'unknown' },
};
const twoThirds = quorum('R24', 2, 3, 'ND 98/2023 Art 47; quy chế Hội đồng', 'verified');

const twoThirdsBelow = quorum('R24', 2, 3, 'ND 98/2023 Art 47: đã đọc cho các hội đồng cấp trên', 'design');

export const votes = {
  minutes: {
    method: 'minutes',
    threshold: threshold('R37', 1, 2, 'Quy chế Hội đồng', 'design', true),
    quorum: twoThirds,
    ...common,
  },
  'minutes-base': {
    method: 'minutes',
    threshold: threshold('R37', 1, 2, 'Quy chế Hội đồng', 'design', true),
    quorum: twoThirdsBelow,
    ...common,
  },
  // At base the share of a ballot is the law's, the quorum is not: it was read for higher councils only.
  ballot: {
    method: 'ballot',
    threshold: threshold('R27', 4, 5, n98, 'verified_in_repealed_text'),
    quorum: twoThirdsBelow,
    ...common,
  },
  b80: {
    method: 'ballot',
    threshold: threshold('R27', 4, 5, n98, 'verified_in_repealed_text'),
    quorum: twoThirds,
    ...common,
  },
  b90: {
    method: 'ballot',
    threshold: threshold('R26', 9, 10, n98, 'verified_in_repealed_text'),
    quorum: twoThirds,
    ...common,
  },
  'b90-secret': {
    method: 'ballot',
    threshold: threshold('R26', 9, 10, n98, 'verified_in_repealed_text'),
    quorum: twoThirds,
    ...common,
    secret: { value: 'yes', source: 'Thông tư của Bộ Quốc phòng', confidence: 'verified_in_repealed_text' },
  },
  central: {
    method: 'ballot',
    threshold: threshold('R26', 9, 10, 'ND 98/2023 Art 47(4)(b)', 'uncertain'),
    quorum: quorum('R25', 9, 10, 'ND 98/2023 Art 47(4)(b)', 'verified_in_repealed_text'),
    ...common,
  },
  'central-unknown': {
    method: 'ballot',
    threshold: { value: 'unknown', source: 'Chưa tìm thấy tỷ lệ ở Trung ương', confidence: 'unknown' },
    quorum: quorum('R24', 2, 3, 'ND 98/2023 Art 47', 'verified_in_repealed_text'),
    ...common,
  },
};

const unread = 'quy định chưa tìm thấy';
const clock = (vi, en, limit, startsOn, metBy, more = {}) => ({
  names: { vi, en },
  limit,
  startsOn,
  metBy,
  responsible: 'officer',
  ...more,
});
const days = (value, source, confidence, more = {}) => ({
  value,
  unit: 'working_day',
  firstDayCounted: false,
  source,
  confidence: value === 'unknown' ? 'unknown' : confidence,
  ...more,
});

/** A clock of the short way: it starts with the receipt. Without a value the law's figure is unknown. */
export const shortClock = (vi, en, { value = 'unknown', source, confidence, designDefault, metBy, cancelledBy }) =>
  clock(vi, en, days(value, source, confidence), ['receive'], metBy, {
    ...(designDefault ? { designDefault } : {}),
    cancelledBy,
    onSupplement: 'pause',
    ladder: 'default',
  });

/** The clocks of one level: return, appraisal, and the answers of bodies asked. */
function ofLevel(level, { steps, appraise, calendarDays }) {
  const l = level.toLowerCase();
  const ministry = level === 'MOHA';
  const received = [{ act: 'receive', level }];
  const over = [{ entered: `rework.${l}` }, 'withdraw', 'reject'];
  const pausedAt = Object.keys(steps).filter((name) =>
    [`consult.${l}`, 'public-posting', `posting.${l}`].includes(name),
  );
  const next = {
    BASE: ['decide.base', 'submit-up.mp'],
    MP: ['decide.mp', 'submit-up.moha'],
    MOHA: ['decide.pm', 'pm-propose'],
  }[level];
  const metAt = next.filter((name) => steps[name]);
  const limit = calendarDays
    ? {
        value: ministry ? 20 : 15,
        unit: 'calendar_day',
        firstDayCounted: false,
        source: 'QĐ 637/QĐ-BNV',
        confidence: 'verified',
      }
    : ministry
      ? days(20, 'ND 98/2023 Art 32(2); QĐ 311/QĐ-BNV', 'verified_in_repealed_text')
      : appraise === 'known'
        ? days(20, 'QĐ 638/QĐ-BNV', 'verified')
        : appraise
          ? days(20, 'Chưa đọc quy định cho cấp này', 'uncertain')
          : days('unknown', unread);
  const known = calendarDays
    ? days(5, 'QĐ 637/QĐ-BNV', 'verified')
    : ministry
      ? days(5, 'QĐ 311/QĐ-BNV', 'verified_in_repealed_text')
      : undefined;
  return {
    [`return-${l}`]: clock(
      'Trả hồ sơ không đủ điều kiện',
      'Return of an unqualified dossier',
      known ?? days('unknown', unread),
      received,
      [{ left: `return.${l}` }],
      { ...(known ? {} : { designDefault: 5 }), cancelledBy: over },
    ),
    [`appraise-${l}`]: clock(
      'Thẩm định và trình',
      'Appraisal and submission',
      limit,
      received,
      metAt.length > 0 ? metAt.map((entered) => ({ entered })) : ['complete-appraisal'],
      { cancelledBy: over, pausedAt },
    ),
    ...(steps[`consult.${l}`]
      ? {
          [`reply-${l}`]: clock(
            'Trả lời ý kiến hiệp y',
            'Answers of the bodies asked',
            days(10, 'trí nhớ, chưa đọc văn bản', 'uncertain'),
            [{ act: 'ask-opinion', level }],
            [{ act: 'record-opinion', level }],
            // What was asked is awaited no more once the dossier goes on; each body has its own (R41).
            { each: 'opinion', cancelledBy: [{ left: `consult.${l}` }, 'withdraw', 'reject'] },
          ),
        }
      : {}),
  };
}

/** Every clock that the steps of a procedure have a use for. */
export function clocksOf(steps, award) {
  const calendarDays = award.family === 'F7b';
  const levels = ['BASE', 'MP', 'MOHA'].filter((level) => steps[`intake.${level.toLowerCase()}`]);
  const made = Object.assign(
    {},
    ...levels.map((level) => ofLevel(level, { steps, appraise: award.appraise, calendarDays })),
  );
  const notice = (source, confidence) => days(10, source, confidence, { firstDayCounted: true });
  if (steps['public-posting']) {
    made['posting'] = clock(
      'Công khai lấy ý kiến',
      'Public notice',
      notice('ND 152/2025 Art 44(2)', 'verified'),
      [{ act: 'open-notice', level: 'MP' }],
      [{ entered: 'council.mp' }],
      { binding: 'not_before', rule: 'R39', onSupplement: 'run_on', cancelledBy: ['withdraw', 'reject'] },
    );
  }
  if (steps['posting.moha']) {
    made['posting-moha'] = clock(
      'Đăng tải lấy ý kiến nhân dân',
      'Central public notice',
      notice('ND 98/2023 Art 46(1)', 'verified_in_repealed_text'),
      [{ act: 'open-notice', level: 'MOHA' }],
      [{ entered: 'central-council' }],
      { binding: 'not_before', rule: 'R39', onSupplement: 'run_on', cancelledBy: ['withdraw', 'reject'] },
    );
  }
  if (steps['public-posting.base']) {
    made['post-base'] = clock(
      'Niêm yết danh sách',
      'Posting of the list',
      { value: 5, unit: 'calendar_day', firstDayCounted: false, source: 'QĐ 637/QĐ-BNV', confidence: 'verified' },
      [{ act: 'receive', level: 'BASE' }],
      [{ left: 'public-posting.base' }],
      { cancelledBy: [{ entered: 'rework.base' }, 'withdraw', 'reject'] },
    );
  }
  if (steps['consult.moha']) {
    made['submit-after-opinions'] = clock(
      'Trình sau khi có đủ ý kiến',
      'Submission after the last opinion',
      days(10, 'QĐ 311/QĐ-BNV', 'verified_in_repealed_text'),
      [
        { act: 'record-opinion', level: 'MOHA', outcome: 'all_answered' },
        { act: 'withdraw-opinion', level: 'MOHA', outcome: 'all_answered' },
      ],
      [steps['decide.pm'], steps['pm-propose']].flatMap((step, index) =>
        step ? [{ entered: ['decide.pm', 'pm-propose'][index] }] : [],
      ),
      {
        pausedAt: steps['posting.moha'] ? ['posting.moha'] : [],
        cancelledBy: [{ entered: 'rework.moha' }, 'withdraw', 'reject'],
      },
    );
  }
  for (const name of Object.keys(steps).filter((each) => each.startsWith('refusal-notice'))) {
    const known = name === 'refusal-notice' && steps['decision-in.moha'] && !calendarDays;
    made[name.replace('.', '-')] = clock(
      'Thông báo không khen thưởng',
      'Notice of refusal',
      known
        ? days(10, 'QĐ 311/QĐ-BNV', 'verified_in_repealed_text', { firstDayCounted: true })
        : days('unknown', unread),
      [{ entered: name }],
      [{ left: name }],
      known ? {} : { designDefault: 10 },
    );
  }
  const state = steps['decision-in.moha'] !== undefined;
  if (state) {
    made['items'] = clock(
      'Cấp phát hiện vật, tiền thưởng',
      'Insignia and money',
      calendarDays ? days('unknown', unread) : days(10, 'QĐ 311/QĐ-BNV', 'verified_in_repealed_text'),
      [{ left: 'decision-in.moha' }],
      [{ left: 'items' }],
      calendarDays ? { designDefault: 10 } : {},
    );
  }
  if (state) {
    made['notify-moha'] = clock(
      'Sao gửi bộ, tỉnh',
      'Copies to the submitting body',
      days(10, 'QĐ 311, QĐ 637/QĐ-BNV', 'verified'),
      [{ left: 'decision-in.moha' }],
      [{ left: 'notify.moha' }],
      { responsible: 'clerk' },
    );
  }
  if (steps['notify']) {
    const from = state ? [{ left: 'decision-in.mp' }] : ['receive-decision'];
    const limit = state ? days(10, 'QĐ 311, QĐ 637/QĐ-BNV', 'verified') : days('unknown', unread);
    made['notify'] = clock('Sao gửi quyết định', 'Copies of the decision', limit, from, [{ left: 'notify' }], {
      responsible: 'clerk',
      ...(state ? {} : { designDefault: 10 }),
    });
    made['handover'] = clock(
      'Nộp lưu',
      'Handing over to the archive',
      { value: 1, unit: 'year', firstDayCounted: false, source: 'ND 30/2020 Art 30', confidence: 'verified' },
      ['confer'],
      ['archive'],
      { responsible: 'clerk' },
    );
  }
  return made;
}
