//! Texts ready to copy, from `packs/messages`: in the platform's manner, the buyer's script and the agent's tone.
//!
//! A message never copies the buyer's words; it names the matter neutrally. It offers nothing for a reason, presses nobody, threatens
//! nobody and holds no personal data; a test renders all of them and looks.

use std::sync::OnceLock;

use super::advice::Kind;
use super::input::Tone;
use super::state::Turn;
use super::{Case, why};
use crate::issue::Issue;
use crate::pack::{Script, Text};
use crate::text::han::HanTable;
use crate::text::packed::files;
use crate::words::{self, Locale};

/// A kind's texts: for each script its tones, both in the order of their enums.
type Templates = [[&'static str; 3]; 3];

const MESSAGES: &str = include_str!(concat!(env!("OUT_DIR"), "/messages.packed"));

fn templates(kind: Kind) -> Option<&'static Templates> {
    static READ: OnceLock<Vec<(&'static str, Templates)>> = OnceLock::new();
    let all = READ.get_or_init(|| {
        let mut all = Vec::new();
        for (kind, mut fields) in files(MESSAGES) {
            all.push((kind, [(); 3].map(|()| [(); 3].map(|()| fields.text()))));
        }
        all
    });
    all.iter().find(|(id, _)| *id == kind.id()).map(|(_, found)| found)
}

/// The message for a piece of advice, `None` where none is due: a closed refund, or a service type that does not count anyway.
pub(super) fn of(case: &Case<'_>, kind: Kind) -> Option<String> {
    let moot = match kind {
        _ if case.turn == Turn::Closed => true,
        Kind::AskReasonChange => case.never_counts,
        // Screenshots for a report are the shop's own work.
        Kind::CollectEvidence => super::gate::is_misfiled(case),
        // One message at a time: the one about safety says what to do.
        Kind::ResolveDefect => case.is_unsafe(),
        // With a fault the text on settling it offers a sound piece already; "another colour or style" would be off the point.
        Kind::OfferExchange => case.has_fault(),
        _ => false,
    };
    if moot && !matches!(kind, Kind::EscalateSafety | Kind::ReportMismatch) {
        return None;
    }
    let tones: &[Tone] = match kind {
        // A report goes to the platform, not to a person: the longest text that its field takes.
        Kind::ReportMismatch => &[Tone::Warm, Tone::Plain, Tone::Brief],
        _ => std::slice::from_ref(&case.settings.tone),
    };
    let script = if kind == Kind::ReportMismatch { case.book.pack.about.script } else { script(case) };
    let limit = match (kind, &case.book.pack.report) {
        (Kind::ReportMismatch, Some(report)) => usize::try_from(report.limit).unwrap_or(usize::MAX),
        _ => usize::MAX,
    };
    tones.iter().find_map(|tone| rendered(case, kind, script, *tone).filter(|text| text.chars().count() <= limit))
}

/// One message, with every slot filled.
pub(super) fn rendered(case: &Case<'_>, kind: Kind, script: Script, tone: Tone) -> Option<String> {
    let template = templates(kind)?.get(script as usize)?.get(tone as usize)?;
    let locale = locale(script);
    let about = &case.book.pack.about;
    Some(filled(template, |slot| match slot {
        "greeting" => Some(about.greeting.text(locale).clone()),
        "channel" => Some(about.channel.text(locale).clone()),
        "said" => Some(said(case, locale)),
        "fit" => Some(fit(case, locale)),
        _ => None,
    }))
}

/// Fills `{slot}`s; an unknown one stays as it is, for the test to find.
fn filled(template: &str, value: impl Fn(&str) -> Option<Text>) -> String {
    let mut text = String::with_capacity(template.len().saturating_mul(2));
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((slot, tail)) = after.split_once('}') else {
            text.push('{');
            rest = after;
            continue;
        };
        match value(slot) {
            Some(value) => text.push_str(&value),
            None => {
                text.push('{');
                text.push_str(slot);
                text.push('}');
            }
        }
        rest = tail;
    }
    text.push_str(rest);
    text
}

/// What the buyer said, in neutral words: the weightiest issue, and a second one where it is as plain as the first.
pub(super) fn said(case: &Case<'_>, locale: Locale) -> Text {
    let told = |issue: Issue| !matches!(issue, Issue::Other | Issue::Praise | Issue::MaliciousAbuse);
    let mut found = case.cause.said.issues.iter().filter(|found| told(found.issue));
    let Some(first) = found.next() else {
        return phrase(case.cause.said.primary, locale);
    };
    let plain = |weight: f32| weight >= 0.8 * first.weight;
    match found.find(|second| plain(second.weight) && case.cause.stands_alone(second.issue)) {
        Some(second) => {
            let (one, other) = (phrase(first.issue, locale), phrase(second.issue, locale));
            words::line(locale, "refund_said_two", &[&one, &other])
        }
        None => phrase(first.issue, locale),
    }
}

/// An issue in a few neutral words, as a buyer's concern.
#[must_use]
pub fn issue_phrase(issue: Issue, locale: Locale) -> String {
    phrase(issue, locale).into_owned()
}

fn phrase(issue: Issue, locale: Locale) -> Text {
    words::line(locale, why::issue_key(issue), &[])
}

/// Where the fitting reason stands in this platform's list.
fn fit(case: &Case<'_>, locale: Locale) -> Text {
    match fitting(case).and_then(|issue| case.book.pack.fits.get(&issue)) {
        Some(label) => words::line(locale, "refund_fit_named", &[label]),
        None => words::line(locale, "refund_fit_open", &[]),
    }
}

/// The issue whose reason fits. "还在路上，不想要了" is the buyer's own wish, and "late dispatch" fits only words about the dispatch: a parcel
/// that took long on its way was not dispatched late.
fn fitting(case: &Case<'_>) -> Option<Issue> {
    let said = &case.cause.said;
    let late = said.issues.iter().find(|found| found.issue == Issue::SlowLogistics);
    match (said.primary, late) {
        (Issue::SlowLogistics, _) if case.cause.tells(Issue::ChangedMind) => Some(Issue::ChangedMind),
        (Issue::SlowLogistics, Some(late)) => {
            let dispatch = |text: &str| ["发货", "發貨", "揽", "攬", "dispatch"].iter().any(|word| text.contains(word));
            late.cues.iter().any(|cue| dispatch(&cue.text)).then_some(Issue::SlowLogistics)
        }
        (primary, _) => Some(primary),
    }
}

/// The script the agent has set, else that of the buyer's words, else the page's.
fn script(case: &Case<'_>) -> Script {
    let words = case.cause.words.iter().map(|words| words.text.as_str());
    case.settings.script.or_else(|| words.map(script_of).find(Option::is_some).flatten()).unwrap_or_else(|| {
        script_of(&case.input.reason).filter(|script| *script == Script::Hant).unwrap_or(case.book.pack.about.script)
    })
}

/// The script of a text; `None` when it does not show.
pub(crate) fn script_of(text: &str) -> Option<Script> {
    let traditional = traditional();
    let mut han = 0_usize;
    let mut latin = 0_usize;
    for letter in text.chars() {
        if traditional.get(letter).is_some() {
            return Some(Script::Hant);
        }
        han = han.saturating_add(usize::from(matches!(letter, '\u{4e00}'..='\u{9fff}')));
        latin = latin.saturating_add(usize::from(letter.is_ascii_alphabetic()));
    }
    match (han, latin) {
        (0, 0..=2) => None,
        (0, _) => Some(Script::En),
        _ => Some(Script::Hans),
    }
}

/// Frequent letters that only Traditional Chinese writes.
const TRADITIONAL: &str = "這個們來時說話買賣錢給對錯質問題實際圖顏裡還沒過應該點樣張發貨運費壞為無與變產標籤證規數壓縮後換補誤條額價優單號請達遲線雜氣訂購車開關電層場養體輕麵塊歲門類樂從隨處機選項態髒壽廠寫舊嗎麼幾襪褲裝綠藍紅顯穩燈衛紙鏡頭頸鍊兩閃領鬆釦邊寬緊細難聞貴濕濾漿絲綿縫東馬鳥魚學國會聽見視親觀現環級純終組結絕絡統經緣編練總繞繡繩繼續纖輪轉載較連違遠適邁錄鐵鋼鍋鎖鏈鐘鏽間陽陰陳隊險雖離雲靈靜頁頂順須預頓頻願顆飛飯飲飽餅餘館驗驚髮鬧鮮麥黃齊齒龜賠贈臉腳膚膩腫脹艙藥蘋葉蓋蓮蟲蝦術複觸誰講謝護讓豬貓財貼賴趕躍軟農辦迴郵鄰醜釘釣鈕鉤銀銅鋁鋒錘鑽鬚鬱魯鴨鵝鹹麗寶寢專將導嶄幣師帶帳幫廳彈徑愛慣慮慘憂戲戶擠擋據擺擴攝敗敵斷曬暈極構槍橋檢欄歐殘氈決況淚淺渾湯溫滅滿漬漲潔潑澀濃濺燒燙營爛獎獨獲畫異療瘋盜盤盡監睏礙礦祕稱穀積窩競筆筍籃籠糧糾紗紮紡絨綁綢網緒緩繃罵羅羨義習聲聯聰肅脫腦腸膠臟臨艷莖莊華萊蔥蕩薑虧襖襯覺覽訊訓記訪設許訴診評詞詢試詳認誇誠課調談諾謊謹譯議讀豎貝負貢貫責貸賀資賓賬賽贏趨跡踐蹤軌輛輝輩輸轟轎遞遺邏醬釋鍵鎮鏟鑰閱闊闆陸階隱雙雞霧顛顧飄飾餓駕騎騙鬥魷鱉鳳鴿鷹黨齡";

/// [`TRADITIONAL`] as a table, for the many letters of many notes.
fn traditional() -> &'static HanTable {
    static TABLE: OnceLock<HanTable> = OnceLock::new();
    TABLE.get_or_init(|| HanTable::new(TRADITIONAL, TRADITIONAL))
}

const fn locale(script: Script) -> Locale {
    match script {
        Script::Hans => Locale::ZhCn,
        Script::Hant => Locale::ZhTw,
        Script::En => Locale::En,
    }
}
