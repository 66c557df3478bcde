import { readFile } from 'node:fs/promises';
import { parseNomineeCsv } from '#libs/service/lists';

describe('the sample list that the page of nominees offers', () => {
  it('is read without a fault, with everybody whom a list may name', async () => {
    const file = new URL('../../../apps/web/src/pages/nominees/danh-sach-mau.csv', import.meta.url);
    const read = parseNomineeCsv(await readFile(file));
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(read.value.map(({ kind }) => kind)).toEqual(['individual', 'individual', 'collective', 'household']);
    expect(read.value[0]).toMatchObject({ sex: 'female', standing: 'direct_worker', birthDate: '1990-08-15' });
  });
});
