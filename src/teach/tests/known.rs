//! Pages of hosts that a pack knows: what was taught goes before the pack where it reads the same, and takes nothing else away.

use super::*;

const HOST: &str = "shop.jd.com";
/// Words that the packs know, and numbers as that platform has them.
const KNOWN: [&str; 4] = ["服务单号", "退款原因", "退款金额", "申请时间"];
const OWN: [[&str; 4]; 3] = [
    ["30445566778801", "质量问题", "¥12.50", "2026-11-20 09:05"],
    ["30445566778802", "不想要了", "¥88.00", "2026-11-19 09:05"],
    ["30445566778803", "尺码不合适", "¥9.90", "2026-11-18 09:05"],
];

fn here() -> Address {
    Address { host: HOST.into(), ..address() }
}

fn known_list() -> String {
    two_tables(&KNOWN, &OWN.map(|row| row.to_vec()))
}

fn reading_here(json: &str, pages: &[Taught]) -> Reading {
    read(&tree(json), &here(), pages, clock())
}

fn taught_here(json: &str, record: &str, fields: &[(&str, Name)]) -> Taught {
    Taught { host: HOST.into(), ..taught(&tree(json), record, fields) }
}

#[test]
fn where_the_pack_reads_nothing_what_was_taught_is_read_by_that_platforms_rules() {
    // A redesign: words that nobody knows.
    let json = two_tables(&HEAD, &rows());
    assert!(reading_here(&json, &[]).records.is_empty());
    let page = taught_here(&json, "少发", &ALL);
    let reading = reading_here(&json, std::slice::from_ref(&page));
    assert_eq!((reading.kind, reading.platform, reading.state), (PageKind::Refunds, Some(Platform::Jd), None));
    assert_eq!(reading.records.iter().map(values).collect::<Vec<_>>(), wanted());
    assert!(reading.records.iter().all(|record| record.key.starts_with("jd:refund:")));
}

#[test]
fn a_list_that_the_pack_reads_stays_beside_the_taught_one() {
    let strange = two_tables(&HEAD, &rows());
    let page = taught_here(&strange, "少发", &ALL);
    let both = el("div", "", &[known_list(), strange]);
    let alone = reading_here(&both, &[]);
    let reading = reading_here(&both, std::slice::from_ref(&page));
    let ids = |reading: &Reading| reading.records.iter().map(|one| one.id().map(str::to_owned)).collect::<Vec<_>>();
    assert_eq!(alone.records.len(), 3, "{:?}", ids(&alone));
    assert_eq!((ids(&reading)[..3].to_vec(), reading.records.len()), (ids(&alone), 7));
    assert!(reading.memory.is_none() && reading.lost.is_empty());
}

#[test]
fn the_agents_word_goes_before_the_packs_and_forgetting_it_brings_the_pack_back() {
    let json = known_list();
    let before = reading_here(&json, &[]);
    assert_eq!((before.records.len(), before.memory.is_some()), (3, true));
    let tree = tree(&json);
    let mut seeing = picked(&tree, at(&tree, "不想要了"));
    // Only the reason: the number that the pack would read is not read.
    for column in 0..seeing.columns.len() {
        seeing = named(&tree, seeing, column, None);
    }
    seeing = named(&tree, seeing, 1, Some(Name::Reason));
    let page = Taught { host: HOST.into(), ..seeing.page.unwrap() };
    let taught = reading_here(&json, std::slice::from_ref(&page));
    assert!(taught.records.len() == 3 && taught.records.iter().all(|one| one.reason.is_some() && one.id().is_none()));
    let after = reading_here(&json, &[]);
    let ids = |reading: &Reading| reading.records.iter().map(|one| one.id().map(str::to_owned)).collect::<Vec<_>>();
    assert_eq!(ids(&after), ids(&before));
    // What was taught is not there any more: the pack reads, and that it was lost is said.
    let elsewhere = Taught { record: "li.gone".into(), ..page };
    let fallen = reading_here(&json, &[elsewhere]);
    assert_eq!((ids(&fallen), fallen.lost.len()), (ids(&before), 1));
}

#[test]
fn taught_refunds_and_taught_reviews_of_one_page_are_both_read() {
    let list = |words: [&str; 2], head: [&str; 3]| {
        let body = words.map(|said| row("tr", "td", "", &[said, "3", "SO2026112000"])).to_vec();
        el("table", "", &[el("thead", "", &[row("tr", "th", "", &head)]), el("tbody", "", &body)])
    };
    let (refunds, reviews) = (
        list(["做工差", "少发"], ["客诉大类", "件数", "单据"]),
        list(["起球", "掉色"], ["顾客反馈", "印象", "关联单据"]),
    );
    let json = el("div", "", &[refunds, reviews]);
    let tree = tree(&json);
    let teach = |said: &str, page, name| {
        let seeing = picked(&tree, at(&tree, said));
        let seeing = ask(&tree, Done { draft: seeing.draft, page: Some(page), ..Done::default() });
        let mut seeing = named(&tree, seeing, 0, Some(name));
        for column in 1..seeing.columns.len() {
            seeing = named(&tree, seeing, column, None);
        }
        seeing.page.unwrap()
    };
    let pages = [teach("少发", Kind::Refunds, Name::Reason), teach("起球", Kind::Reviews, Name::Content)];
    let reading = reading(&json, &pages);
    assert_eq!((reading.records.len(), reading.reviews.len(), reading.lost.len()), (2, 2, 0));
}
