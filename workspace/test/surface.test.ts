/** Another surface than the page on the same core, and what the page is told by its owner. */
import { expect, it, onTestFinished } from 'vitest';
import { type Surface, startCore, startWorkspace } from '../workspace.ts';
import { clientOf } from './bench.ts';

it('another surface reads what is there, hears of what happens, and leaves everything else to others', async () => {
  const heard: string[] = [];
  let stopped = 0;
  const workspace = await startCore({ port: 0 }, [
    teams => {
      for (const { hints } of teams.all()) hints.listen(({ type }) => heard.push(type));
      const surface: Surface = {
        async answer(request, response) {
          if (request.url !== '/people') return false;
          response.end([...teams.first.state.people.values()].map(({ id }) => id).join());
          return true;
        },
        stop() {
          stopped += 1;
        },
      };
      return surface;
    },
  ]);
  const [first = ''] = (await (await fetch(`${workspace.url}/people`)).text()).split(',');
  await clientOf(workspace).chat.postMessage({ channel: first, text: 'Hello' });
  expect(heard).toContain('message');
  const status = async (path: string, method = 'GET') => (await fetch(workspace.url + path, { method })).status;
  expect([await status('/'), await status('/human/people'), await status('/', 'POST')]).toEqual([404, 404, 405]);
  await workspace.stop();
  expect(stopped).toBe(1);
});

it('the page has the title and the first person it is given, as text alone', async () => {
  const pageOf = async (options: { pageTitle?: string; firstPerson?: string }): Promise<string> => {
    const workspace = await startWorkspace({ port: 0, ...options });
    onTestFinished(() => workspace.stop());
    return (await fetch(workspace.url)).text();
  };
  const plain = await pageOf({});
  expect(plain).toContain('<title>Workspace</title>');
  expect(plain).toContain('<div id="page"></div>');
  const given = await pageOf({ pageTitle: 'R&D <b>', firstPerson: '"x' });
  expect(given).toContain('<title>R&amp;D &lt;b></title>');
  expect(given).toContain('<div id="page" data-person="&quot;x"></div>');
});
