/** `/rules`: the regulation, searched and read. */
import { findArticle, inForceOn, searchArticles } from '../src/features/rulebook/rules.ts';
import { articleInFull, articlesFound } from '../src/features/rulebook/views.ts';
import { rulebookIn } from '../src/features/rulebook/workflow.ts';
import { todayOf } from '../src/kernel/civil.ts';
import type { Command, CommandCall, Said } from '../src/slack/command.ts';

export const rules: Command = { name: '/rules', words: 'rules', run };

/** The longest text that is searched for. */
const QUERY_MAX = 100;

async function run({ office, reader, text }: CommandCall): Promise<Said> {
  const book = await rulebookIn(office.database.read);
  const query = [...text.trim()].slice(0, QUERY_MAX).join('');
  const article = findArticle(query, inForceOn(book, todayOf(office))) ?? findArticle(query, book);
  if (article !== undefined) {
    const versions = book.filter(({ number }) => number === article.number);
    return articleInFull(article, versions, reader);
  }
  const found = searchArticles(query, reader.locale, inForceOn(book, todayOf(office)), reader.t.post.posts);
  return articlesFound(query, found, reader);
}
