import { errorCatalogue } from '#libs/domain/kernel';
import { apiDocument } from '../support/api-document.js';
import type { Problem } from '../support/office-client.js';
import { type Office, openOffice } from '../support/office.js';

describe('what the API says of itself', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  }, 180_000);
  afterAll(() => office?.close());

  const nobody = () => office.as(undefined);

  it('is the committed document, for everybody', async () => {
    const { status, body } = await nobody().get<unknown>('/api/docs/openapi.json');
    expect(status).toBe(200);
    expect(body).toEqual(apiDocument);
  });

  it('is a page without a script of its own in it, and with nothing from elsewhere', async () => {
    const { status, headers, text } = await nobody().get('/api/docs');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(text).not.toMatch(/<script(?![^>]* src=)|<style|style=|https?:\/\//);
    const files = [...text.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, file]) => file ?? '');
    expect(files).toContain('/api/docs/swagger-ui-bundle.js');
    for (const file of files) {
      const part = await nobody().get(file);
      expect([file, part.status]).toEqual([file, 200]);
      if (!file.endsWith('.json')) expect(part.headers.get('cache-control')).toBe('public, max-age=3600');
    }
  });

  it.each(['package.json', 'index.html', 'swagger-ui-bundle.js.map', '..%2fpackage.json', 'constructor'])(
    'hands out nothing else of the package: %s',
    async (file) => {
      expect((await nobody().get(`/api/docs/${file}`)).status).toBe(404);
    },
  );

  it('explains the code of every problem where its type leads', async () => {
    const refused = await nobody().get<Problem>('/api/v1/dossiers');
    expect((await nobody().get<unknown>(refused.body.type)).body).toEqual({
      type: '/problems/not-signed-in',
      code: 'NOT_SIGNED_IN',
      status: 401,
      kind: 'unauthenticated',
      details: { vi: errorCatalogue.NOT_SIGNED_IN.vi, en: errorCatalogue.NOT_SIGNED_IN.en },
    });
    for (const code of Object.keys(errorCatalogue)) {
      const path = `/problems/${code.toLowerCase().replaceAll('_', '-')}`;
      const { status, body } = await nobody().get<{ code: string }>(path);
      expect([status, body.code]).toEqual([200, code]);
    }
    expect((await nobody().get('/problems/no-such-code')).status).toBe(404);
  });

  it('says with every answer that nobody may keep, frame, guess or be told of it', async () => {
    for (const path of ['/api/v1/dossiers', '/health/live', '/nowhere', '/%zz']) {
      const { headers } = await nobody().get(path);
      expect([path, headers.get('cache-control')]).toEqual([path, 'no-store']);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    }
  });

  it('says which methods an address takes', async () => {
    const asked = await nobody().send('OPTIONS', '/api/v1/dossiers');
    expect([asked.status, asked.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS, POST']);
    for (const method of ['DELETE', 'PATCH', 'PUT', 'PROPFIND']) {
      const { status, headers, body } = await nobody().send<Problem>(method, '/api/v1/dossiers?x=1');
      expect([method, status, body.code]).toEqual([method, 405, 'METHOD_NOT_ALLOWED']);
      expect(headers.get('allow')).toBe('GET, HEAD, OPTIONS, POST');
    }
    expect((await nobody().send('OPTIONS', '/nowhere')).status).toBe(404);
    const head = await nobody().send('HEAD', '/health/live');
    expect([head.status, head.text]).toEqual([200, '']);
  });
});
