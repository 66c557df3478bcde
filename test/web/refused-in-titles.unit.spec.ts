import { refusedInTitles } from '../../apps/web/src/forms/refused-in-titles.js';

const dossiers = [
  { id: '1c1a6b8e-0c9f-5a77-9a53-7f0e8f1d2b02', title: 'Huân chương của Sở Mẫu' },
  { id: 'd2', title: 'Huân chương của Xã Mẫu' },
];
const details = {
  vi: 'Hồ sơ đã nằm trong một tờ trình khác: 1c1a6b8e-0c9f-5a77-9a53-7f0e8f1d2b02, d3.',
  en: 'Dossiers stand in another letter already: 1c1a6b8e-0c9f-5a77-9a53-7f0e8f1d2b02, d3.',
};

describe('a no about several dossiers, told to whoever has their letter before him', () => {
  it('names the dossiers that it means by their titles, and leaves those that he does not see', () => {
    const params = { dossiers: ['1c1a6b8e-0c9f-5a77-9a53-7f0e8f1d2b02', 'd3'] };
    const told = refusedInTitles({ details, params }, dossiers);
    expect(told?.vi).toBe('Hồ sơ đã nằm trong một tờ trình khác: “Huân chương của Sở Mẫu”, d3.');
    expect(told?.en).toBe('Dossiers stand in another letter already: “Huân chương của Sở Mẫu”, d3.');
  });

  it('leaves words alone that no dossier is meant by', () => {
    expect(refusedInTitles({ details, params: { step: 'd2' } }, dossiers)).toEqual(details);
    expect(refusedInTitles({}, dossiers)).toBeUndefined();
  });
});
