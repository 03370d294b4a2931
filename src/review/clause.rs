//! The buyer's own words for a problem: a short clause, clean enough to be repeated in a reply.

use super::telling;
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

/// A clause of English is told up to so many letters.
const LONG_EN: usize = 72;
/// So many clauses are looked at.
const READ: usize = 40;

/// What joins a clause to the one before it.
const JOINS: [&str; 28] = [
    "而且还",
    "而且",
    "并且",
    "但是",
    "可是",
    "不过",
    "结果",
    "然后",
    "就是",
    "另外",
    "最气的是",
    "关键是",
    "並且",
    "結果",
    "然後",
    "不過",
    "但",
    "以及",
    "and the ",
    "and ",
    "but ",
    "also ",
    "plus ",
    "then ",
    "still ",
    "now ",
    "so ",
    "even ",
];

/// Where a quotation would break off in the middle of a thought.
const HALF: [&str; 27] = [
    "啊", "呀", "嘛", "哦", "哈", "啦", "哎", "呢", "吗", "嗎", "吧", "如", "像", "是", "了个", "了個", "不", "都",
    "还", "還", "就", "和", "把", " like", " a", " the", " of",
];

/// What a clause of English begins with that stands by itself.
const LEADS: [&str; 22] = [
    "the ", "it ", "it's ", "they ", "there ", "my ", "one ", "i ", "i'm ", "its ", "this ", "that ", "these ", "now ",
    "we ", "his ", "her ", "some ", "all ", "no ", "both ", "half ",
];

/// What only says when the goods were looked at, or leads on.
const OPENINGS: [&str; 24] = [
    "收到货",
    "收到貨",
    "打开一看",
    "打開一看",
    "打开之后",
    "打开",
    "打開",
    "一打开",
    "拆开",
    "拆開",
    "最后",
    "最後",
    "最主要是",
    "主要是",
    "居然",
    "竟然",
    "明显",
    "明顯",
    "直接就",
    "直接",
    "一看",
    "关键",
    "發現",
    "发现",
];

/// What the page says, not what is wrong.
const CLAIMS: [&str; 15] = [
    "说是",
    "说遮",
    "写着",
    "标着",
    "號稱",
    "号称",
    "說是",
    "说没",
    "说不",
    "说要",
    "说能",
    "说可以",
    "說不",
    "說要",
    "說可以",
];

/// Letters of number and side.
const PARTICULAR: &str = "两兩二三四五六七八九十几幾左右半";
/// Marks of something gone wrong, for clauses that no pattern knows.
const MARKS: &str = "差只才染硬咯腻躁假酸呛晒皱丢丟磨勒吵稀薄难難慢不没無无沒坏壞破断斷掉错錯少歪闪閃漏裂松鬆响響臭脏髒皱皺卡碎毁跑糊扁锈鏽霉缺撞瘪凹越更倒";
/// The same in English.
const EN_MARKS: [&str; 30] = [
    "too ", "not ", "n't", "never", "broke", "crack", "leak", "miss", "wrong", "tear", "tore", "loose", "stuck",
    "stopped", "keeps", "barely", "again", "fail", "dead", "dies", "died", "wobbl", "bent", "peel", "chip", "fell",
    "bled", "smell", "loud", "soaked",
];

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
            [" and ", " but ", " because "].iter().filter_map(|join| rest.find(join).map(|place| (place, *join))).min()
    {
        let (head, tail) = rest.split_at(place);
        // "It spins in circles and dies": the second half leans on the first.
        let leans = !LEADS.iter().any(|lead| tail.get(join.len()..).is_some_and(|tail| starts(tail, lead)));
        if leans && rest.chars().count() <= LONG_EN {
            break;
        }
        let length = head.chars().count();
        all.push(Clause { start: from, end: from.saturating_add(length), text: bare(head), asked });
        from = from.saturating_add(length).saturating_add(join.len());
        rest = tail.strip_prefix(join).unwrap_or_default();
    }
    if !rest.trim().is_empty() {
        all.push(Clause { start: from, end, text: bare(rest), asked });
    }
}

fn starts(words: &str, lead: &str) -> bool {
    words.get(..lead.len()).is_some_and(|head| head.eq_ignore_ascii_case(lead))
}

/// Without what only says when the goods were looked at, where a whole clause follows.
fn without_opening(words: &str, script: Script) -> &str {
    if script == Script::En {
        return words;
    }
    let rest = OPENINGS.iter().find_map(|opening| words.strip_prefix(opening));
    rest.filter(|rest| rest.chars().count() >= 4).unwrap_or(words)
}

/// Without what joins it to the clause before.
fn bare(words: &str) -> String {
    let words = words.trim();
    let joined = JOINS.iter().find_map(|join| {
        let head = words.get(..join.len())?;
        (head.to_lowercase() == *join).then(|| words.get(join.len()..).unwrap_or_default())
    });
    let words = joined.unwrap_or(words).trim();
    let and_has = ["还有", "還有", "还把", "還把", "还特", "還特", "还很", "还老", "还总", "还容", "还带", "還帶"]
        .iter()
        .any(|start| words.starts_with(start));
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
        let (least, most) = if script == Script::En { (8, LONG_EN) } else { (3, 16) };
        let told = telling::turned(without_opening(&self.text, script), script)?;
        let text = told.as_str();
        let lower = text.to_lowercase();
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
            && !CLAIMS.iter().any(|claim| text.starts_with(claim))
            && !is_mere_time(text)
            && !HALF.iter().any(|half| lower.ends_with(half))
            && !telling::is_unfit(&lower))
        .then_some(told)
    }

    /// Does it tell more than that something is wrong: how many, how often, on which side?
    #[must_use]
    pub fn is_particular(quote: &str) -> bool {
        quote.chars().any(|letter| letter.is_ascii_digit() || PARTICULAR.contains(letter))
    }

    /// Does it tell of something gone wrong, by single letters?
    #[must_use]
    pub fn is_marked(&self) -> bool {
        let lower = self.text.to_lowercase();
        self.text.chars().any(|letter| MARKS.contains(letter)) || EN_MARKS.iter().any(|mark| lower.contains(mark))
    }
}

/// "用不到一个月", "才穿两次": a time and nothing that happened; and what leans on the words before it ("就用一层报纸").
fn is_mere_time(text: &str) -> bool {
    const FROM: [char; 9] = ['用', '才', '买', '買', '穿', '刚', '剛', '不', '停'];
    const TO: [char; 12] = ['天', '月', '年', '周', '週', '次', '期', '拜', '钟', '鐘', '时', '時'];
    text.starts_with('就') || text.starts_with(FROM) && text.ends_with(TO)
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
    fn places_count_code_points_of_the_text() {
        let text = "好的，但是拉链坏了";
        let clause = clauses(text, Script::Hans).pop().unwrap();
        assert_eq!((clause.start, clause.end, clause.text.as_str()), (3, 9, "拉链坏了"));
        assert!(clause.holds(5) && !clause.holds(2));
    }
}
