//! The page's own figure of how many records there are.

use super::node::{NodeId, Tree};
use crate::text::number::half_width;

/// What the page says beside the list at `parent`; of several figures the nearest, and none that is smaller than what was read.
#[must_use]
pub fn total(tree: &Tree<'_>, parent: NodeId, records: &[NodeId], read: usize) -> Option<u64> {
    let mut best: Option<(usize, u64)> = None;
    for text in tree.all_texts() {
        let said = text.value.as_ref();
        let telling =
            said.len() < 120 && ["共", "总", "總", "otal", " of ", "全部"].iter().any(|word| said.contains(word));
        if !telling || records.iter().any(|record| tree.contains(*record, text.node)) {
            continue;
        }
        let around = tree.node(text.node).parent.filter(|up| tree.texts(*up).len() <= 8);
        let figure = figure(said)
            .or_else(|| figure(&tree.text(text.node)))
            .or_else(|| around.and_then(|up| figure(&tree.text(up))));
        let Some(figure) = figure.filter(|figure| usize::try_from(*figure).is_ok_and(|figure| figure >= read)) else {
            continue;
        };
        let depth = tree.common(text.node, parent).map_or(0, |common| tree.ancestors(common).count());
        if best.is_none_or(|(deepest, _)| depth > deepest) {
            best = Some((depth, figure));
        }
    }
    best.map(|(_, figure)| figure)
}

/// `共 128 条`, `1-20 共 128`, `Total 128 items`, `1-20 of 128`, `总计：128`.
fn figure(text: &str) -> Option<u64> {
    let plain: String = text
        .chars()
        .take(120)
        .map(half_width)
        .filter(|letter| !matches!(letter, ' ' | ','))
        .collect::<String>()
        .to_lowercase();
    for (before, after) in [
        ("共", &["条", "條", "项", "項", "单", "單", "笔", "筆", "个", "個", "records", "件"][..]),
        ("共计", &["条", "项", "单", "笔", "个"]),
        ("总计", &[]),
        ("总数", &[]),
        ("总共", &[]),
        ("總共", &[]),
        ("合计", &["条", "项", "单", "笔"]),
        ("total", &[]),
        ("of", &[]),
        ("共有", &["条", "项", "单", "笔", "个"]),
    ] {
        for (at, found) in plain.match_indices(before) {
            let rest = plain
                .get(at.saturating_add(found.len())..)
                .unwrap_or_default()
                .trim_start_matches([':', '有', '计', '找', '到']);
            let digits: String = rest.chars().take_while(char::is_ascii_digit).take(12).collect();
            let unit = rest.get(digits.len()..).unwrap_or_default();
            let pages = unit.starts_with('页') || unit.starts_with("page");
            if !digits.is_empty() && !pages && (after.is_empty() || after.iter().any(|word| unit.starts_with(word))) {
                return digits.parse().ok();
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_of_pagination() {
        for (text, total) in [
            ("共 128 条", 128),
            ("共128条记录，每页20条", 128),
            ("1-20 共 1,280 条", 1280),
            ("Total 128 items", 128),
            ("1-20 of 128", 128),
            ("总计：５０", 50),
            ("共找到 36 条", 36),
            ("共有 12 单", 12),
            ("合计12条", 12),
        ] {
            assert_eq!(figure(text), Some(total), "{text}");
        }
        for text in ["共 7 页", "共享", "", "总是", "合计 ¥120.00", "第 2 页", "公共12号"] {
            assert_eq!(figure(text), None, "{text}");
        }
    }
}
