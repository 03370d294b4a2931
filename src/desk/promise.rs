//! What a message has promised and until when: `24小时内处理`, `明天给您答复`, `within 48 hours`. Only a time with a promise behind it in the same
//! sentence counts. What the buyer is asked to do, what the platform does by itself, and times that begin with something still to happen
//! (`收到后24小时内`) are no promise with a date.

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;
/// A day named without an hour ends with the working day.
const EVENING: i64 = 18;
/// Beyond this a figure is no promise of an after-sales agent.
const FARTHEST: i64 = 30 * DAY;

/// What the shop can promise to do; behind the time.
const DOES: &[&str] = &[
    "答复", "答覆", "回复", "回覆", "处理", "處理", "联系", "聯繫", "聯絡", "退款", "退回", "到账", "到帳", "补发",
    "補發", "补寄", "補寄", "寄出", "发出", "發出", "发货", "發貨", "安排", "核实", "核實", "跟进", "跟進", "解决",
    "解決", "反馈", "回饋", "给您", "給您", "换货", "換貨", "repl", "respond", "get back", "contact", "refund",
    "resolve", "send", "ship", "handle", "process", "update", "answer",
];
/// Who acts is the buyer, the platform or nobody; in the same clause, before the time.
const OTHERS: &[&str] = &[
    "请",
    "請",
    "麻烦",
    "麻煩",
    "辛苦您",
    "劳烦",
    "您可",
    "您需",
    "您要",
    "您在",
    "需要您",
    "可在",
    "可以在",
    "买家",
    "買家",
    "顾客",
    "平台",
    "系统",
    "系統",
    "支持",
    "逾期",
    "超过",
    "超過",
    "please",
    "you can",
    "you may",
    "you need",
    "could you",
    "the platform",
    "buyer",
];
/// The time begins with something that is still to happen; anywhere before it in the sentence.
const ONCE: &[&str] = &[
    "收到",
    "收货后",
    "收貨後",
    "签收",
    "簽收",
    "寄回",
    "寄到",
    "退回后",
    "退回後",
    "审核后",
    "審核後",
    "到仓",
    "到倉",
    "核实后",
    "核實後",
    "确认后",
    "確認後",
    "如果",
    "若",
    "申请后",
    "申請後",
    "once",
    "after",
    "if ",
    "when we receive",
    "upon",
];
/// Behind the time: it happens by itself, or it is a rule of the shop.
const NOT: &[&str] = &[
    "自动",
    "自動",
    "无理由",
    "無理由",
    "在线",
    "在線",
    "未",
    "没有",
    "沒有",
    "不能",
    "无法",
    "無法",
    "您可",
    "申请",
    "申請",
    "automatic",
    "you can",
    "you may",
    "please",
    "return policy",
];

/// The earliest moment promised in `text`, in ms since 1970 UTC. `now` is when it was copied, `offset` the machine's minutes east of UTC.
#[must_use]
pub fn promised(text: &str, now: f64, offset: i32) -> Option<i64> {
    let now = whole(now);
    let local = now.saturating_add(i64::from(offset).saturating_mul(MINUTE));
    let text: String = text.chars().map(half).flat_map(char::to_lowercase).collect();
    let ends = |letter: char| matches!(letter, '。' | '！' | '!' | '？' | '?' | '；' | ';' | '\n' | '…');
    let sentences = text.split(ends).flat_map(|part| part.split(". "));
    let found = sentences.flat_map(|sentence| in_sentence(sentence, local));
    let at = found.filter(|at| *at > local && at.saturating_sub(local) <= FARTHEST).min()?;
    Some(now.saturating_add(at.saturating_sub(local)))
}

/// The moments promised in one sentence, in local ms.
fn in_sentence(sentence: &str, local: i64) -> Vec<i64> {
    let letters: Vec<char> = sentence.chars().collect();
    let mut moments = Vec::new();
    let mut at = 0_usize;
    while at < letters.len() {
        let rest = letters.get(at..).unwrap_or_default();
        let Some((moment, taken)) = span(rest, local).or_else(|| named(rest, local)).filter(|_| !inside(&letters, at))
        else {
            at = at.saturating_add(1);
            continue;
        };
        let before: String = letters.get(..at).unwrap_or_default().iter().collect();
        let after: String = rest.get(taken..).unwrap_or_default().iter().collect();
        if is_promise(&before, &after) {
            moments.push(moment);
        }
        at = at.saturating_add(taken.max(1));
    }
    moments
}

fn is_promise(before: &str, after: &str) -> bool {
    let comma = |letter: char| matches!(letter, ',' | '，' | '、' | ':' | '：');
    let clause = before.rsplit(comma).next().unwrap_or_default();
    let next = after.split(comma).next().unwrap_or_default();
    let has = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    // English says what is done before it says when.
    let does = has(after, DOES) || clause.is_ascii() && has(clause, DOES);
    does && !has(clause, OTHERS) && !has(before, ONCE) && !has(next, NOT) && !has(next, &["once", "after ", " if "])
}

/// A figure that goes on before `at`, as in `2024小时`, or a word that does.
fn inside(letters: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| letters.get(before));
    let first = letters.get(at);
    let both = |test: fn(&char) -> bool| before.is_some_and(test) && first.is_some_and(test);
    both(|letter| letter.is_ascii_digit() || *letter == '.') || both(char::is_ascii_alphabetic)
}

/// `24小时内`, `两天内`, `within 48 hours`: the moment and how many letters were taken.
fn span(letters: &[char], local: i64) -> Option<(i64, usize)> {
    let english = ["within ", "in "].iter().find_map(|word| after(letters, word));
    let from = english.unwrap_or(0);
    let (figure, taken) = figure(letters.get(from..)?)?;
    let mut at = from.saturating_add(taken);
    while letters.get(at) == Some(&' ') {
        at = at.saturating_add(1);
    }
    const UNITS: &[(&str, i64)] = &[
        ("个小时", HOUR),
        ("個小時", HOUR),
        ("小时", HOUR),
        ("小時", HOUR),
        ("分钟", MINUTE),
        ("分鐘", MINUTE),
        ("个工作日", DAY),
        ("個工作日", DAY),
        ("工作日", DAY),
        ("天", DAY),
        ("日", DAY),
        ("business days", DAY),
        ("business day", DAY),
        ("working days", DAY),
        ("hours", HOUR),
        ("hour", HOUR),
        ("hrs", HOUR),
        ("days", DAY),
        ("day", DAY),
        ("minutes", MINUTE),
        ("h", HOUR),
    ];
    let (unit, behind) = UNITS.iter().find_map(|(word, unit)| Some((*unit, after(letters.get(at..)?, word)?)))?;
    let mut end = at.saturating_add(behind);
    if english.is_none() {
        // Without `内` it is a length and no limit: `保修30天`.
        const WITHIN: &[&str] = &["之内", "之內", "以内", "以內", "内", "內"];
        end = end.saturating_add(WITHIN.iter().find_map(|word| after(letters.get(end..)?, word))?);
    }
    Some((local.saturating_add(figure.saturating_mul(unit)), end))
}

/// `明天下午3点前`, `今晚`, `tomorrow`: the moment and how many letters were taken.
fn named(letters: &[char], local: i64) -> Option<(i64, usize)> {
    const DAYS: &[(&str, i64, i64)] = &[
        ("今天", 0, EVENING),
        ("今日", 0, EVENING),
        ("今晚", 0, 22),
        ("明天", 1, EVENING),
        ("明日", 1, EVENING),
        ("明早", 1, 10),
        ("明晚", 1, 22),
        ("大后天", 3, EVENING),
        ("大後天", 3, EVENING),
        ("后天", 2, EVENING),
        ("後天", 2, EVENING),
        ("today", 0, EVENING),
        ("tonight", 0, 22),
        ("tomorrow", 1, EVENING),
    ];
    const PARTS: &[(&str, i64)] = &[
        ("早上", 10),
        ("上午", 12),
        ("中午", 13),
        ("下午", 18),
        ("傍晚", 19),
        ("晚上", 22),
        ("晚", 22),
        (" morning", 12),
    ];
    let (days, mut hour, mut end) =
        DAYS.iter().find_map(|(word, days, hour)| Some((*days, *hour, after(letters, word)?)))?;
    let mut late = hour > EVENING;
    if let Some((part, behind)) = PARTS.iter().find_map(|(word, part)| Some((*part, after(letters.get(end..)?, word)?)))
    {
        (hour, late) = (part, part >= EVENING);
        end = end.saturating_add(behind);
    }
    let mut minutes = 0;
    if let Some((clock, taken)) = letters.get(end..).and_then(figure)
        && clock <= 24
        && let Some(sign) =
            letters.get(end.saturating_add(taken)).filter(|sign| matches!(sign, '点' | '點' | '时' | '時' | ':'))
    {
        hour = if late && clock < 12 { clock.saturating_add(12) } else { clock };
        end = end.saturating_add(taken).saturating_add(1);
        if let Some((said, taken)) = letters.get(end..).and_then(figure).filter(|(said, _)| *sign == ':' && *said < 60)
        {
            minutes = said;
            end = end.saturating_add(taken);
        }
        if letters.get(end) == Some(&'半') {
            minutes = 30;
            end = end.saturating_add(1);
        }
    }
    let midnight = local.div_euclid(DAY).saturating_add(days).saturating_mul(DAY);
    let at = midnight.saturating_add(hour.saturating_mul(HOUR)).saturating_add(minutes.saturating_mul(MINUTE));
    // Promised for today when the working day is over: until midnight.
    let at = if days == 0 && at <= local { midnight.saturating_add(DAY).saturating_sub(MINUTE) } else { at };
    Some((at, end))
}

/// How many letters `word` takes where `letters` begin with it.
fn after(letters: &[char], word: &str) -> Option<usize> {
    let length = word.chars().count();
    letters.get(..length).filter(|start| start.iter().copied().eq(word.chars())).map(|_| length)
}

/// A whole number in digits or one sign: `24`, `两`.
fn figure(letters: &[char]) -> Option<(i64, usize)> {
    let signs = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
    let first = letters.first()?;
    if let Some(place) = signs.iter().position(|sign| sign == first) {
        return Some((i64::try_from(place).ok()?.saturating_add(1), 1));
    }
    if matches!(first, '两' | '兩') {
        return Some((2, 1));
    }
    let digits: String = letters.iter().take(4).take_while(|letter| letter.is_ascii_digit()).collect();
    Some((digits.parse().ok()?, digits.len()))
}

fn half(letter: char) -> char {
    match letter {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '：' => {
            u32::from(letter).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(letter)
        }
        _ => letter,
    }
}

#[allow(clippy::cast_possible_truncation, reason = "saturates, and NaN becomes 0")]
const fn whole(ms: f64) -> i64 {
    ms as i64
}

#[cfg(test)]
mod tests;
