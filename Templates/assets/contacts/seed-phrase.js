// Recovery phrases, known by the shape of their word lists (BIP-39): short English nouns and verbs without the
// little words that hold a sentence together, Korean nouns without particles, single Chinese characters.

const LENGTHS = [12, 15, 18, 21, 24];

// Little words that no English list has: a sentence hardly ever goes on for twelve words without one.
const ENGLISH_GLUE = new Set(
  `the and for was are not but with from has had been his her its our your did does were which how who why could
  would should than them their yet got get went out per let saw too via may says said see till after while here
  some something anyone thanks these those being both each ever every made many might most shall well whom
  within without wont cant dont told asked bitcoin ethereum tether dogecoin solana cardano tron litecoin
  polygon email wallet login lost upbit bithumb bitmart english korean chinese hotline contact app sms otp kyc
  usdt btc eth txid status pending failed sent waiting tried checked mnemonic backup leaked hours pages
  official support minutes days week times money`.split(/\s+/),
);
const anyOf = (list) => list.trim().split(/\s+/).join("|");
const KOREAN_ENDING = new RegExp(`(?:${anyOf(`
  을 를 은 는 에서 에게 에는 으로 에도 니다 니까 어요 아요 해요 세요 네요 데요 나요 까요 지만
  는데 했고 하고 해서 했는 려고 다고 라고 면서 습니 합니 됩니 인데 하면 되면 까지 부터 처럼 보다
  마다 와 과 나 이 가 의 에 도 만 요 다 면 고 로`)})$`);
const KOREAN_TALK = new RegExp(anyOf(`
  출금 입금 문의 거래 주문 수수료 계좌 로그인 비밀번호 오류 화면 캡처 네트워크 원화 코인 업비트 빗썸
  해시 지연 접수 첨부 재시도 앱 회원 인증 고객 센터 지갑 처리 대기 부탁 완료 요청 내역 확인 신청
  상태 번호 메일 문자 어제 오늘 오전 오후 시간 날짜 수량 금액 버전 기종 사진 로그 상담 직원 기술
  지원`));
// The most common characters of ordinary writing and those of this subject.
const CHINESE_TALK = new Set(
  `的了是我不在有没请这那就也都个一上下来去到说要会能可以为和与于把被从对给让您你他们什么怎么样还很再又已经
  提现充值账户登录密码订单交易认证地址网络手续费申请处理客服人工审核转账确认区块链余额身份信息时间今昨天午收
  发送钱包币助词私钥问题显示失败成功错误按页面平台官方联系帮查看知道谢后前之`.replace(/\s+/g, ""),
);

/** The place of a recovery phrase in a text, or null. */
export const seedPhrase = (text) => english(text) ?? labelledEnglish(text) ?? korean(text) ?? spacedChinese(text)
  ?? joinedChinese(text);

// Between two words of a phrase: space, a comma, a quote, a new line, the number of the next word.
const GAP = /^[\s,;"'“”‘’|/\-\[\]、，]*(?:\(?\d{1,2}[\s.):：、]*)?[\s"'“”]*$/;

const gapKind = (gap) => gap.replace(/\s/g, "").replace(/\d+/g, "#");

/** Runs of accepted words with gaps of one kind between them: a phrase is written evenly, a sentence is not. */
function runs(text, shape, isWord) {
  const all = [];
  let run = [];
  let kind;
  for (const match of text.matchAll(shape)) {
    const word = { word: match[0], start: match.index, end: match.index + match[0].length };
    if (!isWord(word.word)) {
      run = [];
      continue;
    }
    const last = run.at(-1);
    const gap = last && text.slice(last.end, word.start);
    const isNext = last && GAP.test(gap);
    if (isNext && (run.length === 1 || gapKind(gap) === kind)) run.push(word);
    else all.push(run = isNext ? [last, word] : [word]);
    if (run.length === 2) kind = gapKind(gap);
  }
  return all;
}

const whole = (run) => ({ start: run[0].start, end: run.at(-1).end });
const share = (run, test) => run.filter(({ word }) => test(word)).length / run.length;

const isEnglish = (word) => /^[A-Za-z]{3,8}$/.test(word) && !ENGLISH_GLUE.has(word.toLowerCase());
const englishRuns = (text) => runs(text, /[\p{L}\p{N}_’]*[A-Za-z][\p{L}\p{N}_’]*/gu, isEnglish);

function english(text) {
  for (const run of englishRuns(text)) {
    if (run.length < 12) continue;
    // A row of tickers (BTC ETH XRP) is short and in capitals; the words of a list are longer.
    if (share(run, (word) => word.length >= 5) < 0.25) continue;
    // Inflected words are no part of the list, but of a sentence in telegram style.
    if (share(run, (word) => /(ed|ing|s)$/i.test(word) && !/ss$/i.test(word)) > 0.25) continue;
    return whole(run);
  }
  return null;
}

const LABEL = new RegExp(
  "(?:(?:seed|recovery|secret|backup)\\s(?:phrase|words?)|mnemonic(?:\\sphrase)?|복구\\s?(?:구문|문구)|시드\\s?(?:구문|문구)?|니모닉"
    + "|助\\s?记\\s?词|助記詞|种子(?:短语|词))\\s*(?:[:：=]+|is|are|은|는|是|为)\\s*", "gi");

const LABEL_BEFORE = new RegExp(`${LABEL.source}$`, "i");

/** Part of a phrase after its own name: six words are enough. */
function labelledEnglish(text) {
  for (const match of text.matchAll(LABEL)) {
    const rest = text.slice(match.index + match[0].length);
    const [run] = englishRuns(rest);
    const isAtOnce = run && GAP.test(rest.slice(0, run[0].start));
    if (!isAtOnce || run.length < 6) continue;
    const offset = match.index + match[0].length;
    return { start: offset + run[0].start, end: offset + run.at(-1).end };
  }
  return null;
}

const isKoreanTalk = (word) =>
  KOREAN_TALK.test(word) || (word.length > 2 ? KOREAN_ENDING : /[을를은는에의도]$/).test(word);

function korean(text) {
  const isWord = (word) => /^[가-힣]{2,5}$/.test(word);
  for (const run of runs(text, /[\p{L}]+/gu, isWord)) {
    if (run.length < 12) continue;
    // A sentence can stand before the phrase: look at every twelve words.
    for (let from = 0; from + 12 <= run.length; from++) {
      const twelve = run.slice(from, from + 12);
      const isNouns = share(twelve, (word) => word.length === 2) >= 0.4;
      const talk = share(twelve, isKoreanTalk);
      if (isNouns && talk <= 0.2) return { start: twelve[0].start, end: run.at(-1).end };
    }
  }
  return null;
}

/** Single characters with gaps between them: nobody writes a sentence like that. */
function spacedChinese(text) {
  const isSingle = (word) => /^\p{Script=Han}$/u.test(word);
  const run = runs(text, /\p{Script=Han}+|[A-Za-z]+|[가-힣]+/gu, isSingle).find(({ length }) => length >= 12);
  return run ? whole(run) : null;
}

/** A row of exactly as many characters as a phrase has, without the characters of ordinary writing. */
function joinedChinese(text) {
  for (const match of text.matchAll(/\p{Script=Han}+/gu)) {
    const { 0: row, index: start } = match;
    if (!LENGTHS.includes(row.length)) continue;
    const isNamed = LABEL_BEFORE.test(text.slice(0, start));
    const standsAlone = /(^|[\s:])$/.test(text.slice(0, start)) && /^(\s|$)/.test(text.slice(start + row.length));
    if (!isNamed && !standsAlone) continue;
    const talk = [...row].filter((letter) => CHINESE_TALK.has(letter)).length;
    if (talk <= (isNamed ? row.length / 3 : row.length / 6)) return { start, end: start + row.length };
  }
  return null;
}
