// What a word may have meant that the index does not know: a typo, initials, pinyin, the wrong keyboard layout.

import { HAN, HANGUL, WORD, remembering, startOf, stem } from "./text.js";
import { initialsApart, completions, fromKeys, initialOf, keys, parts, sound, soundOf, verbForms } from "./hangul.js";
import { hanUnit } from "./han.js";
import { koreanUnit } from "./korean.js";
import { firstPlace, rangeUnit, wordUnit } from "./store.js";

const rows = [0, 1, 2].map(() => new Uint8Array(256));  // they take turns

/** Edit distance with swaps of neighbours (optimal string alignment); infinite when it is above `most`. */
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most || b.length > 255) return Infinity;
  let [row, above, before] = rows;
  for (let j = 0; j <= b.length; j++) row[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const spare = before, letter = a.charCodeAt(i - 1);
    before = above;
    above = row;
    row = spare;
    let low = row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1);
      let far = above[j - 1];
      if (letter !== other) {
        far = 1 + Math.min(far, above[j], row[j - 1]);
        if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other) far = Math.min(far, before[j - 2] + 1);
      }
      row[j] = far;
      if (far < low) low = far;
    }
    if (low > most) return Infinity;
  }
  return row[b.length] > most ? Infinity : row[b.length];
}

/** The guesses over a site's words. `loadReadings()` gives its pinyin; `few` says how many guesses to keep of many. */
export function guesser([words, levels, correct], loadReadings, few, analysis) {
  const known = new Set(analysis.fold(correct).split(" "));
  // Sorted. Chinese pairs that begin with the same character have it once.
  const list = words ? words.split(" ").flatMap((word) => (/^[\u3400-\u9fff]/.test(word) ? [...word.slice(1)].map((next) => word[0] + next) : word)) : [];
  const placeOf = (word) => firstPlace(list.length, (at) => list[at] < word);
  const [han, hangul, end] = ["\u3400", "\uac00", "\ud7a4"].map(placeOf);
  const all = { [WORD]: list.slice(0, han), [HAN]: list.slice(han, hangul), [HANGUL]: list.slice(hangul, end) };
  const isFrequent = (word) => list[placeOf(word)] === word;
  const [endings, weak, stop] = ["endings", "weak", "stop"].map(analysis.set);
  const level = (word) => (isFrequent(word) ? levels.charCodeAt(placeOf(word)) : 96);
  /** The most frequent first. */
  const best = (words) => words.map((word) => [word, level(word)]).sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([word]) => word);

  /** Words at the smallest distance, up to `most`. */
  function nearest(word, candidates, most, measure) {
    let found = [];
    for (const candidate of candidates) {
      const far = measure(word, candidate, most);
      if (far > most || far === 0) continue;
      if (far < most) found = [];
      most = far;
      found.push(candidate);
    }
    return best(found).slice(0, 4);
  }

  const lettersOf = remembering((word) => [...new Set(word)]);
  /** Most words lack letters of the other, which is seen ten times as fast as their distance. */
  function isFar(letters, word, most) {
    for (const letter of letters) if (!word.includes(letter) && --most < 0) return true;
    return false;
  }
  // By the words as they stand: without their endings others would be alike. With another first letter only two are swapped.
  const latin = (a, b, most) => (isFar(lettersOf(a), b, most) || a[0] !== b[0] && (a[0] !== b[1] || a[1] !== b[0]) ? Infinity : distance(a, b, a[0] === b[0] ? most : 1));
  const keysOf = remembering(keys);
  function keysFar(a, b, most) {
    const [typed, other] = [keysOf(a), keysOf(b)];
    return isFar(lettersOf(typed), other, most) ? Infinity : distance(typed, other, most);
  }
  const korean = (a, b, most) => {
    const near = Math.abs(a.length - b.length) < 2 ? keysFar(a, b, most) : Infinity;
    const head = b.slice(0, a.length);
    return near <= most || b.length <= a.length || a.length < 3 && !known.has(head) ? near : keysFar(a, head, most);
  };

  /** Words that may be near an English one: those with another first letter differ in nothing else. */
  const maybeNear = (word, candidates) => {
    const middle = stem(word).slice(2, -1);
    return candidates.filter((other) => other[0] === word[0] || other.includes(middle));
  };
  const withKnown = (kind, isOne = () => true) => [...all[kind], ...[...known].filter((word) => isOne(word) && !isFrequent(word))];

  const typos = remembering((word) => {
    if (known.has(word) || known.has(stem(word)) || /\d/.test(word)) return [];
    const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
    // Of four letters two may be swapped.
    const letters = [...word].sort().join();
    const near = maybeNear(word, withKnown(WORD)).filter((other) => word[4] || [...other].sort().join() === letters);
    return most === 0 ? [] : nearest(word, near, most, latin)
      .map((word) => wordUnit(word, true));
  });

  /** Of a stem, and of how many syllables it was typed with. */
  const koreanTypos = remembering((key) => {
    const [word, size] = key.split(" ");
    if (known.has(word) || word.length < 2) return [];
    // A short word is near many: it may only be one of the subject's, or a frequent one.
    const likely = withKnown(HANGUL, (word) => parts(word[0])).filter((other) => few > 10 || known.has(other) || word.length > 2 && (size > 3 || level(other) > 99));
    return nearest(word, likely, keys(word).length < 10 ? 1 : 2, korean)
      .map((found) => koreanUnit(found.length > word.length + 1 ? found.slice(0, word.length) : found, analysis));
  });

  /** Whether the site has an English word of the same stem; the words are sorted. */
  function hasStem(word) {
    const start = startOf(word);
    for (let at = placeOf(start); list[at]?.startsWith(start); at++) if (stem(list[at]) === stem(word)) return true;
    return false;
  }

  let sounds;
  /** Korean words by how they sound, in Latin letters: chulgeum. */
  function romanised(word) {
    if (word.length < 4 || !all[HANGUL][0]) return [];
    sounds ??= all[HANGUL].map((other) => [soundOf(other), other]);
    const wanted = sound(word);
    const heads = sounds.flatMap(([latin, other]) => {
      if (latin === wanted) return [other];
      // Of a longer word the first syllables.
      const size = latin.startsWith(wanted) ? [...other].findIndex((_, at) => at > 1 && soundOf(other.slice(0, at)) === wanted) : 0;
      return size ? [other.slice(0, size)] : [];
    });
    return best([...new Set(heads)]).slice(0, 3).map((head) => koreanUnit(head, analysis));
  }

  /** Two words of the site that were typed as one. */
  function apart(word) {
    const found = [];
    for (let at = 2; at + 2 <= word.length; at++) {
      const [left, right] = [word.slice(0, at), word.slice(at)];
      // A word and a little word are sooner one that is mistyped: longin.
      if (stop.has(left) || stop.has(right)) continue;
      if (isFrequent(left) && (isFrequent(right) || right.length > 3 && hasStem(right))) {
        found.push(wordUnit(word, false, [[wordUnit(left), wordUnit(right)]]));
      }
    }
    return found;
  }

  /** Words by the initials of their syllables: ㅊㄱ. */
  function initials(letters) {
    const isAlike = (word) => [...word].map(initialOf).join("") === letters;
    const heads = new Set(best(all[HANGUL].filter((word) => isAlike(word.slice(0, letters.length)))).map((word) => word.slice(0, letters.length)));
    return heads.size > 0 ? rangeUnit([...heads].slice(0, few).map((head) => [head, `${head}\uffff`]), letters.length) : null;
  }

  function initialNeedles(letters) {
    const whole = initials(letters);
    const needles = whole ? [[whole]] : [];
    for (let at = 2; at + 2 <= letters.length; at++) {
      const pair = [initials(letters.slice(0, at)), initials(letters.slice(at))];
      if (pair.every(Boolean)) needles.push(pair);
    }
    return needles;
  }

  // Pinyin

  const syllablesOf = new Map(), syllables = new Set(), following = new Map();
  const put = (map, key, value) => (map.has(key) ? map.get(key).push(value) : map.set(key, [value]));
  let reading;
  const readSyllables = () => reading ??= loadReadings().then((readings) => {
    for (const [sound, characters] of Object.entries(readings)) {
      for (const spelled of /^[nl]v/.test(sound) ? [sound, sound.replace("v", "u")] : [sound]) {
        syllables.add(spelled);
        for (const character of characters) put(syllablesOf, character, spelled);
      }
    }
    all[HAN].forEach((pair, at) => put(following, pair[0], { next: pair[1], level: levels.charCodeAt(han + at) }));
  });
  const reads = (character, test) => (syllablesOf.get(character) ?? []).some(test);

  /** Strings of characters that stand next to each other on the site, each passing its test; the most frequent. */
  function chains(tests, alike = () => 0) {
    let found = [...following.keys()].filter((character) => tests[0](character)).map((text) => ({ text, low: 127 }));
    for (const test of tests.slice(1)) {
      found = found.flatMap(({ text, low }) => (following.get(text.at(-1)) ?? []).filter(({ next }) => test(next))
        .map(({ next, level }) => ({ text: text + next, low: Math.min(low, level) })));
      found = found.sort((a, b) => alike(b.text) - alike(a.text) || b.low - a.low || (a.text < b.text ? -1 : 1)).slice(0, 200);
    }
    return found.slice(0, few).map(({ text }) => text);
  }

  /** The ways to read letters as syllables; the last may be unfinished. */
  function readingsOf(letters, seen = new Map()) {
    if (letters === "") return [[]];
    if (seen.has(letters)) return seen.get(letters);
    const found = [];
    seen.set(letters, found);
    for (let size = Math.min(6, letters.length); size > 0; size--) {
      const head = letters.slice(0, size);
      if (syllables.has(head)) for (const rest of readingsOf(letters.slice(size), seen)) found.push([head, ...rest]);
      if (found.length > 12) break;
    }
    if (!syllables.has(letters) && letters.length < 6 && [...syllables].some((sound) => sound.startsWith(letters))) found.push([`${letters}*`]);
    return found;
  }

  function pinyin(letters) {
    if (syllables.size === 0 || !/^[a-zü]{2,36}$/.test(letters)) return [];
    const ways = readingsOf(letters.replaceAll("ü", "v")).filter((way) => way.length > 1)
      .map((way) => way.map((sound) => (sound.endsWith("*") ? (other) => other.startsWith(sound.slice(0, -1)) : (other) => other === sound)));
    if (ways.length === 0 && letters.length < 8) ways.push([...letters].map((letter) => (other) => other[0] === letter));
    return ways.flatMap((way) => chains(way.map((test) => (character) => reads(character, test)))).slice(0, few).map((text) => hanUnit(text));
  }

  /** Characters that sound alike: 提限 for 提现. */
  function homophones(text, free) {
    const tests = [...text].map((character) => {
      const sounds = new Set(syllablesOf.get(character));
      return (other) => other === character || reads(other, (sound) => sounds.has(sound));
    });
    const alike = (other) => [...other].filter((character, at) => character === text[at]).length;
    return chains(tests, alike).filter((other) => other !== text).slice(0, 4).map((other) => hanUnit(other, free));
  }

  /** The nearest words of the site's subject, for readers whose query finds nothing. */
  const suggestions = (concepts, isSubject) => [...new Set(concepts.flatMap(({ text }) => near(text, isSubject)))].slice(0, 3);

  function near(word, isSubject) {
    const kind = parts(word[0]) ? HANGUL : word >= "\u3400" ? HAN : WORD;
    // Pairs of characters are no words to offer.
    if (kind === HAN) return [];
    const most = Math.max(1, Math.floor((kind === WORD ? word : keys(word)).length / 3));
    // With another beginning a word is less alike.
    const near = kind === WORD ? maybeNear(word, all[WORD]) : all[HANGUL].filter((other) => initialOf(other[0]) === initialOf(word[0]));
    const offered = near.filter((other) => !stop.has(other) && !weak.has(other) && (known.has(other) || isSubject(other)));
    return nearest(word, offered, most, kind === WORD ? latin : keysFar).slice(0, 3);
  }

  /** The forms of what may be a verb: it ends in a vowel, or in a consonant which contractions and tenses bring. */
  function formNeedles(text) {
    const verb = text.length > 2 && text.endsWith("서") ? text.slice(0, -1) : text;  // 막혀서
    const forms = known.has(text) || ![0, 4, 8, 17, 20].includes(parts(verb.at(-1))?.final) ? [] : verbForms(verb);
    return forms[0] ? [[rangeUnit(forms, text.length)]] : [];
  }

  /** Ways to take a word that no page has as it is typed. */
  async function guess(concept, { way, addPhrases, synonyms, ready, hanFree }) {
    const { kind, text } = concept;
    const typed = initialsApart(concept.typed ?? text);
    const tries = async (needles, boost) => { for (const needle of needles) await way(concept, needle, boost); };
    const found = () => concept.found;
    const trySynonyms = async (word) => {
      if (found()) return;
      await ready([word]);
      if (synonyms(word)) await addPhrases([concept], synonyms(word));
    };
    if (kind === HAN) {
      if (text.length > 1 && !known.has(text)) {
        await readSyllables();
        await tries(homophones(text, hanFree).map((unit) => [unit]), 0.7);
      }
      if (concept.ways.length > 0 || text.length < 4) return;
      // A few characters that no page has in such pairs may be wrong.
      const unit = hanUnit(text, hanFree);
      const isKnown = (at) => isFrequent(text.slice(at - 1, at + 1)) || isFrequent(text.slice(at, at + 2));
      const missing = [...text].map((_, at) => at).filter((at) => !isKnown(at) && !unit.free.includes(at));
      unit.free.push(...missing);
      if (missing.length <= text.length / 4) await way(concept, [unit], 0.7);
      return;
    }
    if (kind === HANGUL) {
      const latin = keys(typed);
      if (/^[\u1100-\u1112]{2,}$/.test(typed)) return tries(initialNeedles(typed), 0.7);
      await tries([typed, text].flatMap((word) => completions(word).map((range) => [rangeUnit([range], word.length)])).slice(0, 2), 0.8);
      // A consonant that begins the next word: 입금ㅎ.
      if (/..[\u1100-\u1112]$/.test(typed)) await tries([[koreanUnit(typed.slice(0, -1), analysis)]], 0.5);
      if (!found()) {
        await tries(formNeedles(text), 0.7);
        if (found()) concept.weight = Math.min(concept.weight, UNKNOWN);
      }
      for (let size = typed.length - 1; !found() && size > 1; size--) {
        if ([...endings].some((ending) => ending.startsWith(typed.slice(size)))) await tries([[koreanUnit(typed.slice(0, size), analysis)]], 0.8);
      }
      if (!found() && /^[a-zA-Z]{2,}$/.test(latin)) await tries([[wordUnit(latin.toLowerCase(), true)]], 0.7);
      await trySynonyms(stem(latin.toLowerCase()));
      if (!found()) await tries(koreanTypos(`${text} ${typed.length}`).map((unit) => [unit]), 0.5);
      return;
    }
    const korean = /^[a-z]{3,}$/i.test(text) ? fromKeys(concept.raw ?? text) : "";
    const word = korean && analysis.koreanStem(korean);
    if (word) await tries([[koreanUnit(word, analysis)], ...completions(korean).map((range) => [rangeUnit([range], korean.length)])], 0.7);
    if (word) await trySynonyms(word);
    if (!found()) await tries(romanised(text).map((unit) => [unit]), 0.7);
    if (found()) return;
    if (!concept.open) await tries([[wordUnit(text, true)]], 0.5);
    await tries(apart(text).map((unit) => [unit]), 0.8);
    if (!found()) await tries(typos(text).map((unit) => [unit]), 0.5);
  }

  /** Latin words on a Chinese site may be pinyin, typed with or without spaces. */
  async function addPinyin(concepts, { way }) {
    let run = [];
    for (const concept of [...concepts, null]) {
      if (concept?.kind === WORD && !concept.exact && !concept.spelled && /^[a-zü]+$/.test(concept.text)) {
        run.push(concept);
        continue;
      }
      if (run.length > 0) {
        await readSyllables();
        const letters = run.map(({ text }) => text).join("");
        const whole = pinyin(letters);
        for (const member of run) for (const unit of whole.length > 0 ? whole : pinyin(member.text)) await way(member, [unit], 0.7);
      }
      run = [];
    }
  }

  const PIECE = { [WORD]: [3, 14], [HANGUL]: [2, 6], [HAN]: [2, 6] };  // characters of a part
  const REST = 0.4;  // what is left of a word counts
  const UNKNOWN = 0.4;  // what a part counts that is no word of the site's subject

  /** The parts of a word that pages have, where none has the word: 市价单手滑, 휴면계정풀기. A query of nothing else must hold a known one. */
  async function partsOf({ kind, text, at, to, weight }, isAlone, { way, addPhrases, synonyms, ready, hanFree }) {
    const [least, longest] = PIECE[kind];
    if (text.length < least + 2) return [];
    await ready([...text].map((_, at) => text.slice(at)));
    const isKnown = (piece) => (known.has(piece) || synonyms(piece)) && !weak.has(piece);
    const unit = (piece) => (kind === HAN ? hanUnit(piece) : kind === HANGUL ? koreanUnit(piece, analysis) : wordUnit(piece));
    // The best parts of the text up to each place: known ones, long ones, few.
    const best = [{ worth: 0, pieces: [] }];
    for (let end = 1; end <= text.length; end++) {
      best[end] = best[end - 1];
      for (let size = least; size <= Math.min(longest, end); size++) {
        const piece = text.slice(end - size, end);
        const before = best[end - size];
        const worth = before.worth + size * (isKnown(piece) ? 2 : 1) - 1;
        // Pairs of characters are in files that are here already; other words must be on the list. What alone has found
        // nothing finds nothing again.
        if (worth <= best[end].worth || stop.has(piece) || isAlone && size === text.length || kind !== HAN && !isKnown(piece) && !isFrequent(piece)) continue;
        const concept = { kind, text: piece, at, to, isPart: true, weight: isKnown(piece) ? weight : weight * UNKNOWN, ways: [] };
        await way(concept, [unit(piece)], 0.8);
        if (synonyms(piece)) await addPhrases([concept], synonyms(piece));
        if (concept.ways.length) best[end] = { worth, pieces: [...before.pieces, concept] };
      }
    }
    const { pieces } = best[text.length];
    const covers = pieces.reduce((sum, piece) => sum + piece.text.length, 0) - text.length / 2;
    return covers >= 0 && (kind === WORD ? covers && pieces.some(({ text }) => known.has(text)) : !isAlone || pieces.some((piece) => isKnown(piece.text))) ? pieces : [];
  }

  /** Adds to concepts what they may have meant. */
  async function guessAll(concepts, tools) {
    await addPinyin(concepts, tools);
    // Few pages, or none, may say it in this form.
    for (const concept of concepts) {
      const { kind, text, ways } = concept;
      if (kind === WORD && few > 10) for (const unit of apart(text)) await tools.way(concept, [unit], 0.8);
      if (kind === HANGUL && ways.length > 0) for (const needle of formNeedles(text)) await tools.way(concept, needle, 0.5);
    }
    await Promise.all(concepts.filter(({ ways }) => ways.length === 0).map((concept) => guess(concept, tools)));
    for (const concept of concepts.filter(({ ways }) => tools.inParts || ways.length === 0)) {
      const pieces = await partsOf(concept, concepts.length === 1, tools);
      if (pieces.length === 0) continue;
      // What is left is a word that no page has.
      const rest = pieces.reduce((text, piece) => text.replace(piece.text, " "), concept.text).split(" ").filter((text) => text.length > 1);
      concepts.splice(concepts.indexOf(concept), 1, ...pieces, ...rest.map((text) => ({ ...concept, text, raw: text, ways: [], isPart: true, weight: concept.weight * REST })));
    }
  }

  /** The query as the other keyboard would have typed it; "" where that is no text. */
  function retyped(query) {
    const folded = query.normalize("NFKC");
    // Letters that stand alone are unjoined syllables (ㅊㅜㄹㄱㅡㅁ) or Latin ones (ㅕㅔㅠㅑㅅ).
    if (/[\u1100-\u11ff]/.test(folded)) return folded.split(/\s+/).map((word) => fromKeys(keys(word)) || keys(word).toLowerCase()).join(" ");
    const words = query.split(/\s+/);
    const korean = words.map((word) => (/^[a-z]{3,}$/i.test(word) ? fromKeys(word) : ""));
    return korean.some(Boolean) ? words.map((word, at) => korean[at] || word).join(" ") : "";
  }

  return Object.assign(guessAll, { suggestions, retyped });
}
