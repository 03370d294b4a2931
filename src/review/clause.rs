//! The buyer's own words for a problem: a short clause, clean enough to be repeated in a reply.

use super::telling::{self, telling};
use crate::pack::Script;

/// A clause of a text. Offsets count code points of the text as given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// Its words, without what joins it to the one before.
    pub text: String,
    /// It ends in a question mark: asked or scoffed, and odd where a shop repeats it.
    pub asked: bool,
}

/// A clause of Chinese is told up to so many letters.
const LONG: usize = 16;
/// A clause of English is told up to so many letters.
const LONG_EN: usize = 72;
/// So many clauses are looked at.
const READ: usize = 40;

/// The clauses of a text, cut at marks and, in English, at `and` and `but`.
#[must_use]
pub fn clauses(text: &str, script: Script) -> Vec<Clause> {
    let mut all = Vec::new();
    let mut from = 0_usize;
    let mut words = String::new();
    let mut place = 0_usize;
    let mut letters = text.chars().chain(['。']).peekable();
    while let Some(letter) = letters.next() {
        let digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
        let decimal = letter == '.' && digit(words.chars().last()) && digit(letters.peek().copied());
        if !decimal && ends(letter) || letter == ' ' && script != Script::En {
            add(&mut all, &words, (from, place, matches!(letter, '?' | '？')), script);
            words.clear();
            from = place.saturating_add(1);
        } else {
            words.push(letter);
        }
        place = place.saturating_add(1);
        if all.len() >= READ {
            break;
        }
    }
    all
}

fn ends(letter: char) -> bool {
    matches!(
        letter,
        '，' | '。'
            | '！'
            | '？'
            | '；'
            | '、'
            | '：'
            | '…'
            | '~'
            | '～'
            | ','
            | '.'
            | '!'
            | '?'
            | ';'
            | ':'
            | '\n'
            | '（'
            | '）'
            | '('
            | ')'
    )
}

fn add(all: &mut Vec<Clause>, words: &str, (mut from, end, asked): (usize, usize, bool), script: Script) {
    let mut rest = words;
    while script == Script::En
        && let Some((place, join)) =
            telling().clause.cuts_en.iter().filter_map(|join| Some((rest.find(join.as_str())?, join.as_str()))).min()
    {
        let (head, tail) = rest.split_at(place);
        // "It spins in circles and dies": the second half leans on the first.
        let leads = &telling().clause.leads;
        let leans = !leads.iter().any(|lead| tail.get(join.len()..).is_some_and(|tail| starts(tail, lead)));
        if leans && rest.chars().count() <= LONG_EN {
            break;
        }
        let length = head.chars().count();
        all.push(Clause { start: from, end: from.saturating_add(length), text: bare(head), asked });
        from = from.saturating_add(length).saturating_add(join.len());
        rest = tail.strip_prefix(join).unwrap_or_default();
    }
    if script != Script::En
        && let Some(place) = turn(rest)
    {
        let (head, tail) = rest.split_at(place);
        from = from.saturating_add(head.chars().count());
        rest = tail;
    }
    if !rest.trim().is_empty() {
        all.push(Clause { start: from, end, text: bare(rest), asked });
    }
}

/// Where a clause turns from praise to what is wrong, in bytes; `None` where it does not, or nothing follows.
fn turn(words: &str) -> Option<usize> {
    let lists = &telling().clause;
    let turns = |turn: &&str| {
        let (head, tail) = words.split_once(turn)?;
        let praised = lists.praises.iter().any(|praise| head.contains(praise));
        (praised && tail.chars().count() >= 2).then_some(head.len())
    };
    lists.turns.iter().filter_map(turns).min()
}

fn starts(words: &str, lead: &str) -> bool {
    words.get(..lead.len()).is_some_and(|head| head.eq_ignore_ascii_case(lead))
}

/// Without what only says when the goods were looked at or how it was found, where a whole clause follows.
fn without_opening(words: &str, script: Script) -> &str {
    if script == Script::En {
        return words;
    }
    let lists = &telling().clause;
    let whole = |rest: &&str| rest.chars().count() >= 4;
    let found = lists.finds.iter().find_map(|find| {
        let (before, rest) = words.split_once(find)?;
        let denied = before.chars().last().is_some_and(|last| lists.finds_not.contains(last));
        (!before.is_empty() && !denied).then_some(rest)
    });
    let words = found.filter(whole).unwrap_or(words);
    let goes_on = |rest: &&str| rest.starts_with(|first| lists.openings_not.contains(first));
    let rest = lists.openings.iter().find_map(|opening| words.strip_prefix(opening)).filter(|rest| !goes_on(rest));
    let words = rest.filter(whole).unwrap_or(words);
    // The goods are named already.
    words.strip_prefix(in_it(lists.it)).filter(whole).unwrap_or(words)
}

/// Without what joins it to the clause before.
fn bare(words: &str) -> String {
    let words = words.trim();
    let lists = &telling().clause;
    let joined = lists.joins.iter().find_map(|join| {
        let head = words.get(..join.len())?;
        (head.to_lowercase() == *join).then(|| words.get(join.len()..).unwrap_or_default())
    });
    let words = joined.unwrap_or(words).trim();
    let counts = |rest: &str| rest.chars().next().is_some_and(|next| lists.numbers.contains(next));
    let and_has = lists.more.iter().any(|start| words.strip_prefix(start).is_some_and(|rest| !counts(rest)));
    if and_has { words.chars().skip(1).collect() } else { words.to_owned() }
}

impl Clause {
    /// Do these code points lie in it?
    #[must_use]
    pub fn holds(&self, start: usize) -> bool {
        (self.start..self.end).contains(&start)
    }

    /// Its words as the shop can say them: short, whole, no insult, no praise, nobody's data, the persons turned.
    #[must_use]
    pub fn quote(&self, script: Script) -> Option<String> {
        self.quote_but(script, telling::is_unfit)
    }

    /// The same of one that tells of a danger.
    #[must_use]
    pub fn quote_danger(&self, script: Script) -> Option<String> {
        self.quote_but(script, telling::is_unfit_danger)
    }

    /// What happened in a clause that is too long to be told whole, without the circumstances before it.
    #[must_use]
    pub fn quote_short(&self, script: Script) -> Option<String> {
        if script == Script::En || self.text.chars().count() <= LONG {
            return None;
        }
        let text = telling::shortened(&self.text, LONG)?;
        Self { text, ..self.clone() }.quote(script)
    }

    fn quote_but(&self, script: Script, unfit: impl Fn(&str) -> bool) -> Option<String> {
        let (least, most) = if script == Script::En { (8, LONG_EN) } else { (3, LONG) };
        let told = telling::turned(without_opening(&self.text, script), script)?;
        let told = if script == Script::En { told } else { telling::unlikened(&told)? };
        let text = told.as_str();
        let lower = text.to_lowercase();
        let lists = &telling().clause;
        let fits = |letter: char| match script {
            Script::En => letter.is_ascii_alphanumeric() || matches!(letter, ' ' | '\'' | '’' | '-'),
            Script::Hans | Script::Hant => {
                matches!(letter, '\u{4e00}'..='\u{9fff}') || letter.is_ascii_alphanumeric() || letter == '.'
            }
        };
        // "E4" and "HDMI" say what is wrong; a number of many digits is somebody's.
        let runs = || text.split(|letter: char| !letter.is_ascii_digit());
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let latin = text.chars().filter(char::is_ascii_alphabetic).count();
        ((least..=most).contains(&text.chars().count())
            && text.chars().all(fits)
            && digits <= 8
            && runs().all(|run| run.len() <= 4)
            && (script == Script::En || latin <= 5)
            && !self.asked
            && !lists.claims.iter().any(|claim| text.starts_with(claim))
            && !is_mere_time(text)
            && !telling::is_mere_price(text)
            && !telling::is_shouted(text)
            // What is spelled out in quotation marks is a name.
            && !text.contains(" '")
            && !lists.half.iter().any(|half| lower.ends_with(half))
            && !unfit(&lower))
        .then_some(told)
    }

    /// Does it tell more than that something is wrong: how many, how often, on which side?
    #[must_use]
    pub fn is_particular(quote: &str) -> bool {
        quote.chars().any(|letter| letter.is_ascii_digit() || telling().clause.particular.contains(letter))
    }

    /// Does it tell of something gone wrong, by single letters?
    #[must_use]
    pub fn is_marked(&self) -> bool {
        let lower = self.text.to_lowercase();
        let lists = &telling().clause;
        self.text.chars().any(|letter| lists.marks.contains(letter))
            || lists.marks_en.iter().any(|mark| lower.contains(mark))
            || telling().lacks(&lower).is_some()
    }
}

/// "用不到一个月", "才穿两次": a time and nothing that happened; and what leans on the words before it ("就用一层报纸").
fn is_mere_time(text: &str) -> bool {
    let lists = &telling().clause;
    text.starts_with(in_it(lists.just))
        || text.starts_with(in_it(lists.time_from)) && text.ends_with(in_it(lists.time_to))
}

/// Is a letter one of these?
fn in_it(letters: &str) -> impl Fn(char) -> bool {
    move |letter| letters.contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quotes(text: &str, script: Script) -> Vec<String> {
        clauses(text, script).iter().filter_map(|clause| clause.quote(script)).collect()
    }

    #[test]
    fn short_whole_clauses_are_quoted() {
        let found = quotes("声音跟拖拉机一样，早上打豆浆全家都醒了，而且底座有点漏水", Script::Hans);
        assert_eq!(found.last().map(String::as_str), Some("底座有点漏水"));
        let found = quotes("The lid leaks and the paint chipped after a week.", Script::En);
        assert_eq!(found, ["The lid leaks", "the paint chipped after a week"]);
    }

    #[test]
    fn insults_praise_people_and_numbers_are_not() {
        for text in
            ["还好意思叫保温杯？", "这也叫加厚?", "烦死了", "不值这个价", "提醒大家", "必须给我退款", "再也不买了"]
        {
            assert_eq!(quotes(text, Script::Hans), Vec::<String>::new(), "{text}");
        }
        for text in ["垃圾东西别买", "颜色挺好看的", "我平时穿这个码", "打电话13812345678", "客服是傻子吗", "好"]
        {
            assert_eq!(quotes(text, Script::Hans), Vec::<String>::new(), "{text}");
        }
        assert!(quotes("I hate it, what a scam this is", Script::En).is_empty());
    }

    #[test]
    fn what_stands_before_the_complaint_is_left_out() {
        let told = |text: &str| quotes(text, Script::Hans);
        assert_eq!(told("颜色没得说就是太拔干"), ["太拔干"]);
        assert_eq!(told("回家才发现少了两颗"), ["少了两颗"]);
        assert_eq!(told("第二天它自己卡住了"), ["第二天它自己卡住了"]);
        assert_eq!(told("它自己就卡住了"), ["自己就卡住了"]);
        // Nothing is praised, nothing is found, and a number is no other complaint.
        assert_eq!(told("一拧就是拧不紧"), ["一拧就是拧不紧"]);
        assert_eq!(told("没发现哪里漏水"), ["没发现哪里漏水"]);
        assert_eq!(told("还有两天就到期"), ["还有两天就到期"]);
        assert_eq!(told("还有异味刺鼻"), ["有异味刺鼻"]);
    }

    #[test]
    fn places_count_code_points_of_the_text() {
        let text = "好的，但是拉链坏了";
        let clause = clauses(text, Script::Hans).pop().unwrap();
        assert_eq!((clause.start, clause.end, clause.text.as_str()), (3, 9, "拉链坏了"));
        assert!(clause.holds(5) && !clause.holds(2));
    }
}
