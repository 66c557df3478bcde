import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dossierPaperKinds } from '#libs/service/papers';
import { paperChoices } from './commands/dossier.command.js';
import { runCommandLine } from './program.js';

/** Runs a command line and answers what it said. */
async function run(line: string, env: Record<string, string> = {}) {
  const said = { out: '', err: '' };
  const terminal = {
    out: (text: string) => void (said.out += `${text}\n`),
    err: (text: string) => void (said.err += `${text}\n`),
  };
  const code = await runCommandLine(line.split(' ').filter(Boolean), { terminal, env });
  return { code, ...said };
}

const COMMANDS = [
  'start',
  'demo',
  'import',
  'replay',
  'account',
  'calendar',
  'doctor',
  'dossier',
  'migrate',
  'office',
  'procedure',
  'rebuild',
  'retry-dead-letters',
  'drop-old-models',
  'sweep',
];

describe('help', () => {
  test('names every command in Vietnamese and English, and the exit codes', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    for (const name of COMMANDS) expect(out).toMatch(new RegExp(`^ +${name}`, 'm'));
    expect(out).toContain('Cách dùng · Usage:');
    expect(out).toContain('Mã thoát · Exit codes:');
    expect(out).toContain('kể lại một hồ sơ từ nhật ký');
    expect(out).toContain('tell a dossier again from the log');
  });

  test.each(COMMANDS)('of %s has both languages', async (name) => {
    const { code, out } = await run(`${name} --help`);
    expect(code).toBe(0);
    expect(out).toContain('Tùy chọn · Options:');
    expect(out).toMatch(/in phần giúp đỡ này\n.*print this help/);
  });

  test('knows every paper about a dossier that the system can make', () => {
    expect(paperChoices).toEqual(dossierPaperKinds);
  });

  test('is printed when no command is named, and that is wrong usage', async () => {
    const { code, err } = await run('');
    expect(code).toBe(2);
    expect(err).toContain('Lệnh · Commands:');
  });
});

describe('wrong usage ends with 2 and says in both languages what is wrong', () => {
  test.each([
    ['replya D1', 'Không có lệnh replya. Có phải bạn muốn gõ replay?', "unknown command 'replya' Did you mean replay?"],
    ['doctor --fast', 'Không có tùy chọn --fast.', "unknown option '--fast'"],
    ['replay', 'Thiếu tham số dossier.', "missing required argument 'dossier'"],
    ['replay D1 D2', 'Thừa tham số.', 'too many arguments'],
    ['replay D1 --as-recorded', 'cần một giá trị.', 'argument missing'],
    ['replay D1 --as-recorded gestern', 'không hợp lệ.', 'A revision (12) or a moment with an offset'],
    ['replay D1 --lang fr', 'không hợp lệ.', 'Allowed choices are vi, en'],
    ['rebuild', 'Nêu tên một bảng đọc, hoặc --all.', 'Name one read model, or --all.'],
    ['rebuild timeline --all', 'Nêu tên một bảng đọc, hoặc --all.', 'Name one read model, or --all.'],
    ['rebuild nothing', 'Không có bảng đọc nothing. Có: dossier-list', 'There is no read model nothing.'],
    ['import list.csv', 'Thiếu tùy chọn bắt buộc --dossier <id>.', "required option '--dossier <id>' not specified"],
  ])('%s', async (line, vietnamese, english) => {
    const { code, out, err } = await run(line);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(vietnamese);
    expect(err).toContain(english);
  });
});

describe('what a command cannot do ends with 1 and a sentence', () => {
  test('a configuration that is wrong, by the name of the variable and without its value', async () => {
    const { code, err } = await run('replay D1', { DATABASE_URL: 'mysql://root:geheim@db/x' });
    expect(code).toBe(1);
    expect(err).toContain('DATABASE_URL');
    expect(err).not.toContain('geheim');
  });

  test('a replay where there is no data yet', async () => {
    const { code, err } = await run('replay D1', { VINHDANH_DATA: '/nowhere/at/all' });
    expect(code).toBe(1);
    expect(err).toContain('Thư mục /nowhere/at/all chưa có dữ liệu.');
  });

  test('an import without a token', async () => {
    const { code, err } = await run('import samples/khoi-thi-dua-so-3.csv --dossier D1');
    expect(code).toBe(1);
    expect(err).toContain('VINHDANH_TOKEN');
  });

  test('an import of a file that is not there', async () => {
    const { code, err } = await run('import nowhere.csv --dossier D1', { VINHDANH_TOKEN: 't' });
    expect(code).toBe(1);
    expect(err).toBe('Không đọc được tệp nowhere.csv (ENOENT).\n');
  });

  test('an import of a bad list: every fault by line and column, and nothing is sent', async () => {
    const line = 'import test/fixtures/csv/many-faults.csv --dossier D1 --url http://127.0.0.1:1';
    const { code, err } = await run(line, { VINHDANH_TOKEN: 't' });
    expect(code).toBe(1);
    expect(err).toContain('Dòng 7, cột 3 (giới tính): Giá trị không hợp lệ');
    expect(err).toContain('8 lỗi; chưa gửi gì.');
    expect(err).not.toContain('127.0.0.1');
  });

  test('an import when nobody answers', async () => {
    const line = 'import samples/khoi-thi-dua-so-3.csv --dossier D1 --url http://127.0.0.1:1 --lang en';
    const { code, err } = await run(line, { VINHDANH_TOKEN: 't' });
    expect(code).toBe(1);
    expect(err).toMatch(/^No answer from http:\/\/127\.0\.0\.1:1\/api\/v1 \(.+\)\. Is the system running\?/);
  });

  test('a procedure with faults: each with its path, what was meant and a shortest example', async () => {
    const wrong = await run('procedure lint test/fixtures/faulty-procedures/misspelt.json --lang en');
    expect(wrong.code).toBe(1);
    expect(wrong.out.split('\n').slice(0, -1)).toEqual([
      'misspelt.json: steps.intake.roles.0: there is no level MT; did you mean MP?',
      'misspelt.json: steps.intake.acts.receive.to: there is no step apraisal; did you mean appraisal?',
      'misspelt.json: steps.council.vote: there is no vote minute; did you mean minutes?',
      '1 procedures, 3 faults.',
    ]);
    const stuck = await run('procedure lint test/fixtures/faulty-procedures/stuck.json');
    expect(stuck.code).toBe(1);
    expect(stuck.out).toContain('steps.rework: Từ bước “Khắc phục hồ sơ bị trả” không có đường nào đến kết thúc.');
    expect(stuck.out).toContain(
      '(ví dụ: “Soạn hồ sơ” (drafting): nộp hồ sơ → “Tiếp nhận, kiểm tra đủ hồ sơ” (intake): trả lại hồ sơ)',
    );
  });

  test('a procedure of another shape: no pattern, no English word of a program, and what was meant', async () => {
    const { code, out } = await run('procedure lint test/fixtures/faulty-procedures/misshapen.json');
    expect(code).toBe(1);
    expect(out.split('\n').slice(0, -1)).toEqual([
      'misshapen.json: effective.from: “01/07/2025” không đúng dạng; ở đây là ngày, viết năm-tháng-ngày: 2026-12-31 là ngày 31/12/2026 (có phải là 2025-07-01?)',
      'misshapen.json: kinds.0: không có giá trị “cong_trangg” (có phải là cong_trang?)',
      'misshapen.json: votes.minutes.threshold.strict: phải là true hoặc false, không phải chữ “true”',
      'misshapen.json: votes.minutes: không có mục nào tên là “quorom” (có phải là quorum?)',
      'misshapen.json: clocks.screen.limit.value: phải là số hoặc “unknown”, không phải chữ “5”; viết 5, không có ngoặc kép',
      'misshapen.json: clocks.screen.limit.unit: không có giá trị “working_days” (có phải là working_day?)',
      'misshapen.json: clocks.screen.startsOn.0: không có việc “recieve” (có phải là receive?)',
      'misshapen.json: steps.drafting: thiếu mục “kind”; có thể dùng: task, decision, wait, notice, sign, vote, fork, join, end',
      'misshapen.json: steps.intake.roles.0: không có vai trò “oficer” (có phải là officer?)',
      'misshapen.json: steps.intake.acts: không có việc “recieve” (có phải là receive?)',
      '1 quy trình, 10 lỗi.',
    ]);
  });

  test('a procedure that would be refused when it is published', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'vd-lint-')), 'BK_TINH.json');
    const document = JSON.parse(readFileSync('procedures/BK_TINH.R2026.1.json', 'utf8')) as { effective: object };
    const effective = { ...document.effective, until: '2026-01-01' };
    writeFileSync(file, JSON.stringify({ ...document, ladder: 'defalt', effective }));
    const { code, out } = await run(`procedure lint ${file}`);
    expect(code).toBe(1);
    expect(out).toContain('effective.until: ngày hết hiệu lực 01/01/2026 phải sau ngày bắt đầu 01/10/2026');
    expect(out).toContain('ladder: không có thang nhắc việc “defalt” (có phải là default?)');
  });

  test('a file that breaks off: the line at which it does', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'vd-lint-')), 'broken.json');
    writeFileSync(file, '{\n  "code": "BK_TINH"\n  "version": "1"\n}\n');
    const { code, out } = await run(`procedure lint ${file}`);
    expect(code).toBe(1);
    expect(out).toMatch(/^broken\.json: không phải JSON; xem dòng 3: /);
  });

  test('procedures that are not there', async () => {
    const { code, err } = await run('procedure lint nowhere --lang en');
    expect(code).toBe(1);
    expect(err).toBe('Cannot read nowhere.\n');
  });

  test('migrations without an external database', async () => {
    const { code, err } = await run('migrate');
    expect(code).toBe(1);
    expect(err).toContain('DATABASE_OWNER_URL');
  });
});

describe('what holds ends with 0', () => {
  test('the list of procedures says what is unknown and what takes no dossiers', async () => {
    const { code, out } = await run('procedure list --lang en');
    expect(code).toBe(0);
    expect(out.match(/^[A-Z]\w+ +R20\d\d\.1 /gm)).toHaveLength(86);
    expect(out).toMatch(/^Code +Version +Regime +Confidence +Award$/m);
    expect(out).toMatch(
      /^NGND +R2025\.1 +R2025 +uncertain .*\n {4}not receivable: The procedure of this award has not been read$/m,
    );
    expect(out).toMatch(/^CSTD_TQ +R2025\.1 .*\n {4}unknown: .*threshold \(“.*”\); .*\n {4}warned of at receipt: /m);
    expect(out).toMatch(/^HCHN .*\n {4}unknown: .*prize \(.*, individual\); prize \(.*, collective\)/m);
  });

  test('one award of the list, for a program', async () => {
    const { code, out } = await run('procedure list HC_TNXP --json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      { version: 'R2025.1', regime: 'R2025', confidence: 'verified', receivable: true },
      { version: 'R2026.1', regime: 'R2026', confidence: 'unknown' },
    ]);
    expect(out).toContain('"path": "prize.individual"');
  });

  test('a procedure as a picture, and in what two versions differ, in words', async () => {
    const drawn = await run('procedure diagram BK_TINH --version R2025.1 --lang en');
    expect(drawn.code).toBe(0);
    expect(drawn.out).toMatch(/^<svg [^]*Provincial certificate of merit[^]*<\/svg>\n$/);
    const compared = await run('procedure diff BK_TINH@R2025.1 BK_TINH@R2026.1');
    expect(compared.code).toBe(0);
    expect(compared.out).toContain('Thời kỳ pháp lý: R2025 → R2026.');
    const unknown = await run('procedure diagram BK_TINH@R1999.1 --lang en');
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('There is no procedure BK_TINH@R1999.1.')]);
  });

  test('the procedures as shipped', async () => {
    const { code, out } = await run('procedure lint procedures --lang en');
    expect(out).toMatch(/^\d+ procedures, no fault\. Four eyes take 7 people on a dossier at most\.\n$/);
    expect(code).toBe(0);
  });
});
