//! A text as a reader sees through it: every visible character in its plain form, look-alikes taken for what they look like, each
//! knowing its place in the text as given; and the same without the marks that only part words.

use super::disguise;
use crate::text::normal::{Plain, is_latin, part, plain};

/// Written together.
pub const NONE: u8 = 0;
/// Parted by what does not part a thought: a space, a star, an emoji, a mark between single characters.
pub const SOFT: u8 = 1;
/// A comma, colon, bracket or quotation mark.
pub const CLAUSE: u8 = 2;
/// The end of a sentence.
pub const SENTENCE: u8 = 3;

/// A text made ready for the rules.
#[derive(Debug, Clone, Default)]
pub struct View {
    /// The code points as given.
    pub given: Vec<char>,
    /// Visible characters, plain, marks included.
    pub signs: Signs,
    /// Letters and digits alone.
    pub letters: Letters,
}

/// Visible characters and their places.
#[derive(Debug, Clone, Default)]
pub struct Signs {
    /// Plain form; every space is `' '`.
    pub chars: Vec<char>,
    /// Code point of the text as given.
    pub at: Vec<u32>,
}

/// Letters, digits and Chinese characters with what parts them.
#[derive(Debug, Clone, Default)]
pub struct Letters {
    /// Plain form.
    pub chars: Vec<char>,
    /// Code point of the text as given.
    pub at: Vec<u32>,
    /// What parts each from the one before.
    pub gap: Vec<u8>,
    /// Number of the clause each stands in.
    pub clause: Vec<u32>,
    /// Number of the sentence.
    pub sentence: Vec<u32>,
}

impl View {
    /// Looks through a text. Linear in its length.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let given: Vec<char> = text.chars().collect();
        let signs = signs(&given);
        let letters = letters(&signs);
        Self { given, signs, letters }
    }

    /// The place of some letters in the text as given.
    #[must_use]
    pub fn span(&self, start: usize, end: usize) -> (usize, usize) {
        span(&self.letters.at, start, end)
    }

    /// The place of some signs in the text as given.
    #[must_use]
    pub fn sign_span(&self, start: usize, end: usize) -> (usize, usize) {
        span(&self.signs.at, start, end)
    }

    /// The first letter at or behind a sign.
    #[must_use]
    pub fn letter_of_sign(&self, sign: usize) -> usize {
        let place = self.signs.at.get(sign).copied().unwrap_or(u32::MAX);
        self.letters.at.partition_point(|at| *at < place)
    }
}

fn span(at: &[u32], start: usize, end: usize) -> (usize, usize) {
    let first = at.get(start).copied().unwrap_or_default() as usize;
    let last = end.checked_sub(1).and_then(|last| at.get(last)).copied().unwrap_or_default() as usize;
    (first, last.saturating_add(1).max(first))
}

fn signs(given: &[char]) -> Signs {
    let mut signs = Signs { chars: Vec::with_capacity(given.len()), at: Vec::with_capacity(given.len()) };
    let mut push = |letter: char, at: u32| {
        signs.chars.push(letter);
        signs.at.push(at);
    };
    for (at, letter) in (0_u32..).zip(given) {
        if let Some(digits) = disguise::number(*letter) {
            digits.chars().for_each(|digit| push(digit, at));
            continue;
        }
        match plain(*letter) {
            Plain::Unseen => {}
            Plain::Break(part::SPACE) if !matches!(letter, '_' | '＿' | '*' | '＊' | '·' | '・') => {
                push(if matches!(letter, '\n' | '\r') { '\n' } else { ' ' }, at);
            }
            Plain::Break(_) => push(crate::text::number::half_width(*letter), at),
            Plain::Letter(letter) => push(disguise::letter(letter), at),
        }
    }
    signs
}

fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '\'' | '+' | '🧧' | '🐧' | '🛰' | '🎁' | '💰')
}

/// "v♥" is said as 微信, and a plus as 加.
fn spoken(letter: char, last: Option<char>) -> Option<char> {
    match letter {
        '+' => Some('加'),
        '♥' if last.is_some_and(|last| matches!(last, 'v' | '微' | '薇' | '威' | '维')) => Some('心'),
        letter if is_letter(letter) => Some(letter),
        _ => None,
    }
}

/// How strongly a mark parts, where it stands between runs of letters.
fn strength(mark: char) -> u8 {
    match mark {
        '。' | '!' | '?' | ';' | '\n' | '｡' | '．' | '…' => SENTENCE,
        // Quotation marks and titles part nothing: 把“质量问题”改成“不想要”.
        '，' | ',' | '、' | '､' | ':' | '：' | '(' | ')' | '[' | ']' | '【' | '】' | '{' | '}' | '<' | '>' | '.'
        | '—' | '–' | '―' => CLAUSE,
        _ => SOFT,
    }
}

fn letters(signs: &Signs) -> Letters {
    let mut to = Letters::default();
    let (mut clause, mut sentence) = (0_u32, 0_u32);
    let mut place = 0;
    // Length of the run before the marks; the run behind them is looked up.
    let mut run = 0_usize;
    while place < signs.chars.len() {
        let begin = place;
        let mut gap = NONE;
        let (mut spaced, mut stop) = (false, false);
        let last = to.chars.last().copied();
        while let Some(mark) = signs.chars.get(place).copied().filter(|letter| spoken(*letter, last).is_none()) {
            gap = gap.max(strength(mark)).max(SOFT);
            stop |= mark == '.' && !signs.chars.get(place.saturating_add(1)).is_some_and(|next| is_letter(*next));
            spaced |= matches!(mark, ' ' | '\n');
            place = place.saturating_add(1);
        }
        let Some(letter) = signs.chars.get(place).and_then(|letter| spoken(*letter, last)) else { break };
        if place > begin {
            let next = run_at(signs, place);
            // "加，微，信" and "返.现" part nothing; nor does a point inside a number.
            let split = run == 1 || next == 1 || (run == 2 && gap == CLAUSE && next <= 2);
            let number = last.is_some_and(|last| last.is_ascii_digit())
                && letter.is_ascii_digit()
                && place.saturating_sub(begin) == 1
                && gap < SENTENCE;
            let line = signs.chars.get(begin..place).is_some_and(|marks| marks.contains(&'\n'));
            if stop && gap == CLAUSE {
                gap = SENTENCE;
            }
            if (split && !line && gap <= SENTENCE && !last.is_some_and(is_latin)) || number {
                gap = SOFT;
            }
            let latin = last.is_some_and(is_latin) && is_latin(letter) && !number;
            let spelled = run == 1 && next == 1;
            if latin && !spelled && (spaced || gap >= SOFT) {
                to.push(' ', signs.at.get(place.saturating_sub(1)).copied().unwrap_or_default(), gap, clause, sentence);
            }
            clause = clause.saturating_add(u32::from(gap >= CLAUSE));
            sentence = sentence.saturating_add(u32::from(gap >= SENTENCE));
            run = 0;
        }
        to.push(letter, signs.at.get(place).copied().unwrap_or_default(), gap, clause, sentence);
        run = run.saturating_add(1);
        place = place.saturating_add(1);
    }
    to
}

/// How many letters stand together from `place` on; three are as good as any more.
fn run_at(signs: &Signs, place: usize) -> usize {
    signs.chars.iter().skip(place).take(3).take_while(|letter| is_letter(**letter)).count()
}

impl Letters {
    fn push(&mut self, letter: char, at: u32, gap: u8, clause: u32, sentence: u32) {
        self.chars.push(letter);
        self.at.push(at);
        self.gap.push(gap);
        self.clause.push(clause);
        self.sentence.push(sentence);
    }

    /// The clause of a letter.
    #[must_use]
    pub fn clause_at(&self, place: usize) -> u32 {
        self.clause.get(place).or(self.clause.last()).copied().unwrap_or_default()
    }

    /// The sentence of a letter.
    #[must_use]
    pub fn sentence_at(&self, place: usize) -> u32 {
        self.sentence.get(place).or(self.sentence.last()).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        View::of(text).letters.chars.iter().collect()
    }

    #[test]
    fn sees_through_what_is_put_between() {
        for text in [
            "返现",
            "返 现",
            "返.现",
            "返*现",
            "返-现",
            "返\u{200B}现",
            "返，现",
            "【返】现",
            "返❤️现",
            "返_现",
            "返😀现",
        ] {
            let view = View::of(text);
            assert_eq!(view.letters.chars, ['返', '现'], "{text}");
            assert!(view.letters.gap[1] <= SOFT, "{text}");
            assert_eq!(view.letters.at[0] as usize, text.chars().position(|letter| letter == '返').unwrap());
        }
        assert_eq!(read("w e c h a t"), "wechat");
        assert_eq!(read("gift-card for you"), "gift card for you");
        assert_eq!(read("１３８ 1️⃣３⑧"), "138138");
        assert_eq!(read("ＱＱ ｗх"), "qq wx");
        assert_eq!(read("➕v❤"), "加v心");
    }

    #[test]
    fn keeps_thoughts_apart() {
        let view = View::of("已经寄返，现在等签收。评价请保留");
        assert_eq!((view.letters.gap[4], view.letters.gap[9]), (CLAUSE, SENTENCE));
        assert_eq!(view.letters.sentence_at(9), 1);
        let view = View::of("It costs 59.00 today. Thanks");
        assert_eq!(view.letters.sentence_at(view.letters.chars.len()), 1);
        assert_eq!(View::of("").letters.clause_at(3), 0);
    }
}
