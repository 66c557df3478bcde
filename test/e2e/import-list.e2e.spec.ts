import { launch } from '../support/command-line.js';
import { type Office, openOffice } from '../support/office.js';
import { dossierOf } from '../support/office-way.js';

const LIST = 'samples/khoi-thi-dua-so-3.csv';

describe('a list of nominees is sent to a dossier', () => {
  let office: Office;
  let dossierId: string;
  let token: string;

  beforeAll(async () => {
    office = await openOffice();
    token = await office.foundation.accounts.issueToken('acc-don-vi');
    const { body } = await office.as('acc-don-vi').post('/api/v1/dossiers', {
      procedure: 'BK_TINH',
      kind: 'cong_trang',
      title: 'Bằng khen năm 2026',
      bodyId: 'ubnd-tinh',
    });
    dossierId = body.id;
  });
  afterAll(() => office.close());

  const importing = (file: string, as = token) =>
    launch(['import', file, '--dossier', dossierId, '--url', office.url], { VINHDANH_TOKEN: as });
  const seen = () => dossierOf(office, { path: `/api/v1/dossiers/${dossierId}` });

  it('nobody, when one row is bad', async () => {
    const { code, err } = await importing('test/fixtures/csv/duplicate.csv');
    expect(code).toBe(1);
    expect(err).toContain('Dòng 6, cột 2');
    expect(await seen()).toMatchObject({ revision: 0, counts: { total: 0 } });
  });

  it('nobody, when the token is unknown', async () => {
    const { code, err } = await importing(LIST, 'a-token-of-nobody');
    expect({ code, err }).toEqual({ code: 1, err: 'Cần đăng nhập, hoặc gửi kèm mã truy cập còn hiệu lực.\n' });
  });

  it('all 61, once, however often the same file is sent', async () => {
    const first = await importing(LIST);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain(`Đã thêm 61 đối tượng vào hồ sơ ${dossierId} (bản 1, vị trí `);
    expect(await importing(LIST)).toEqual(first);
    expect(await seen()).toMatchObject({
      revision: 1,
      counts: { total: 61, byKind: { collective: 9, individual: 52 }, directWorkers: 36 },
    });
  });

  it('and the server’s own refusal is said with its rule', async () => {
    const { code, err } = await launch(
      ['import', 'test/fixtures/csv/good-semicolon.csv', '--dossier', 'nowhere', '--url', office.url],
      { VINHDANH_TOKEN: token },
    );
    expect(code).toBe(1);
    expect(err).toContain('Không tìm thấy nowhere');
  });
});
