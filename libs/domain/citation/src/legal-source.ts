import type { Bilingual, Language } from '#libs/domain/kernel';
import phrases from './legal-source-phrases.json' with { type: 'json' };

/** What the kinds of documents are called before their numbers; `ND` is how the files write a decree (nghị định). */
const documents: readonly { readonly written: RegExp; readonly said: Bilingual }[] = [
  { written: /\bL(22|26)\b/g, said: { vi: 'Luật TĐKT 20$1', en: 'Emulation and Commendation Law 20$1' } },
  { written: /\bND (?=\d)/g, said: { vi: 'NĐ ', en: 'Decree ' } },
  { written: /\bTT (?=\d)/g, said: { vi: 'TT ', en: 'Circular ' } },
  { written: /\bQĐ (?=\d)/g, said: { vi: 'QĐ ', en: 'Decision ' } },
  { written: /\bCông văn (?=\d)/g, said: { vi: 'Công văn ', en: 'Letter ' } },
  { written: /\bMẫu (?=\d)/g, said: { vi: 'Mẫu ', en: 'form ' } },
];

const one = String.raw`\d+(?:\([^)\s]{1,2}\))*`;
const articles = new RegExp(String.raw`,? Arts? (${one}(?:(?:, |–|-| to )${one})*)`, 'g');

/**
 * Where a rule stands, as people cite it: `ND 98/2023 Art 30(7), 34` of the files reads `NĐ 98/2023, Điều 30 khoản 7, Điều 34` in
 * Vietnamese and `Decree 98/2023, Art. 30(7), 34` in English. What the files say in one language only is said in the other by
 * `legal-source-phrases.json`; what is not there stays as it is written.
 */
export function legalSourceText(source: string, language: Language): string {
  const other = language === 'vi' ? 'en' : 'vi';
  let text = source;
  for (const phrase of phrases) text = text.replaceAll(phrase[other], phrase[language]);
  text = text.replace(articles, (_, list: string) => `, ${cited(list.replaceAll(' to ', '–'), language)}`);
  for (const { written, said } of documents) text = text.replace(written, said[language]);
  return text;
}

/** `30(7), 47(4)(b)` as `Điều 30 khoản 7, Điều 47 khoản 4 điểm b`; a row of articles keeps its dash. */
function cited(list: string, language: Language): string {
  if (language === 'en') return `Art. ${list}`;
  return list
    .split(', ')
    .map((each) => {
      const [article = '', ...within] = each.split(/[()]+/).filter(Boolean);
      const [clauses, points] = [within.filter((part) => /^\d/.test(part)), within.filter((part) => !/^\d/.test(part))];
      return [
        `Điều ${article}`,
        ...(clauses.length > 0 ? [`khoản ${clauses.join(', ')}`] : []),
        ...(points.length > 0 ? [`điểm ${points.join(', ')}`] : []),
      ].join(' ');
    })
    .join(', ');
}
