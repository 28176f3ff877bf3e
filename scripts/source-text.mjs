/**
 * The code of a TypeScript file without what only looks like code. Both texts keep the length and the line breaks of
 * the original, so that a place in them is a place in the file.
 *
 * @returns `code` has comments, strings and regular expressions blanked (what `${}` holds in a template is code);
 *   `withStrings` has comments alone blanked.
 */
export function bare(text) {
  const comments = [];
  const strings = [];
  /** For each open template: how many braces are open in its current `${}`. */
  const templates = [];
  let at = 0;
  const upTo = (pattern) => {
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex : text.length;
  };
  const take = (list, end) => {
    list.push([at, end]);
    at = end;
  };
  /** From a backquote or the brace that closes a `${}`, to the next `${` or the closing backquote. */
  const takeTemplate = () => {
    let end = at + 1;
    while (end < text.length && text[end] !== '`' && !text.startsWith('${', end))
      end += text[end] === '\\' ? 2 : 1;
    if (text[end] === '`') templates.pop();
    else templates[templates.length - 1] = 0;
    const close = text[end] === '`' ? end + 1 : end + 2;
    take(strings, Math.min(close, text.length));
  };

  while (at < text.length) {
    const character = text[at];
    if (text.startsWith('//', at)) take(comments, upTo(/(?=\n)|$/g));
    else if (text.startsWith('/*', at)) take(comments, upTo(/\*\//g));
    else if (character === "'") take(strings, upTo(/'(?:[^'\\\n]|\\[\s\S])*'/g));
    else if (character === '"') take(strings, upTo(/"(?:[^"\\\n]|\\[\s\S])*"/g));
    else if (character === '/' && startsExpression(text.slice(0, at))) {
      take(strings, upTo(/\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/g));
    } else if (character === '`') {
      templates.push(0);
      takeTemplate();
    } else if (character === '}' && templates.at(-1) === 0) takeTemplate();
    else {
      if (templates.length > 0 && character === '{') templates[templates.length - 1] += 1;
      if (templates.length > 0 && character === '}') templates[templates.length - 1] -= 1;
      at += 1;
    }
  }
  return { code: blank(text, [...comments, ...strings]), withStrings: blank(text, comments) };
}

/**
 * Whether what follows is a value, so that a slash begins a regular expression and is no division. An exclamation mark
 * after a value says that it is there, and ends it.
 */
function startsExpression(before) {
  return /(?:^|[=(,:[&|?{};+\-*%<>~^]|(?<![\w)\]])!|\b(?:return|typeof|case|in|of))\s*$/.test(
    before.slice(-40),
  );
}

function blank(text, ranges) {
  const characters = text.split('');
  for (const [from, to] of ranges) {
    for (let at = from; at < to; at++) if (characters[at] !== '\n') characters[at] = ' ';
  }
  return characters.join('');
}
