//! From the pieces of a record to its fields: cells under headers, values behind labels.

use super::header::{Column, cells, column_key, is_cell, is_row};
use super::ids::{IdKind, IdToken};
use super::label::{Labels, Meaning};
use super::list::Parts;
use super::node::{NodeId, Text, Tree};
use super::pack::packs;
use super::record::{Clock, Record};
use super::values::{is_action, is_placeholder, is_service};

/// What all records of a list share.
pub struct Reader<'r, 'a> {
    /// The page.
    pub tree: &'r Tree<'a>,
    /// Its numbers.
    pub tokens: &'r [IdToken],
    /// The columns; one set for each pane of the table, the first for most rows.
    pub columns: &'r [Vec<Column>],
    /// The clock of the message.
    pub clock: Clock,
}

impl Reader<'_, '_> {
    /// Reads one record.
    pub fn record(&self, parts: &Parts, labels: &mut Labels) -> Record {
        let mut record = Record {
            pieces: parts.pieces(),
            ..Record::default()
        };
        if parts.flat {
            self.cells(
                &mut record,
                &parts.rows,
                self.columns.first().map_or(&[], Vec::as_slice),
                &parts.reaching,
                labels,
            );
        } else {
            for row in &parts.rows {
                self.piece(&mut record, *row, &parts.reaching, labels);
            }
        }
        for (column, cell) in &parts.reaching {
            if let Some(column) = self.columns.first().and_then(|columns| columns.get(*column)) {
                self.cell(&mut record, *cell, &column.meanings, labels);
            }
        }
        for (row, pane) in &parts.panes {
            if let Some(columns) = self.columns.get(*pane) {
                self.cells(&mut record, &cells(self.tree, *row), columns, &[], labels);
            }
        }
        for piece in parts.extras.iter().chain(&parts.leads) {
            self.region(&mut record, *piece, &[], labels);
        }
        self.finish(&mut record, parts);
        if record.goods.is_none() && !self.has_column(Meaning::Goods) {
            self.goods(&mut record, parts, labels);
        }
        record
    }

    /// A row, a card, or a table of its own with rows in it.
    fn piece(&self, record: &mut Record, piece: NodeId, reaching: &[(usize, NodeId)], labels: &mut Labels) {
        let rows = rows_in(self.tree, piece);
        if !rows.is_empty() {
            for row in &rows {
                self.piece(record, *row, &[], labels);
            }
            let inside = |node: NodeId| rows.iter().any(|row| self.tree.contains(*row, node));
            self.texts(record, piece, &[], labels, &inside);
            return;
        }
        if let Some((columns, cells)) = self.fitting(piece, reaching.len()) {
            self.cells(record, &cells, columns, reaching, labels);
            if !is_row(self.tree, piece) {
                // A card has more than its cells: a bar over them with numbers, times and a countdown.
                let inside = |node: NodeId| cells.iter().any(|cell| self.tree.contains(*cell, node));
                self.texts(record, piece, &[], labels, &inside);
            }
            return;
        }
        self.region(record, piece, &[], labels);
    }

    /// The columns that fit a piece, with its cells.
    fn fitting(&self, piece: NodeId, reaching: usize) -> Option<(&[Column], Vec<NodeId>)> {
        let own = cells(self.tree, piece);
        let width: usize = own.iter().map(|cell| self.tree.span(*cell, "colspan")).sum();
        let keyed = own
            .iter()
            .filter(|cell| column_key(self.tree, **cell).is_some() || self.fusion(**cell).is_some())
            .count();
        // A cell across the table says something about the record as a whole.
        let across = own.iter().any(|cell| self.tree.span(*cell, "colspan") >= 4);
        if own.len() >= 2 && !across {
            let off = |columns: &&Vec<Column>| columns.len().abs_diff(width.saturating_add(reaching));
            if let Some(columns) = self
                .columns
                .iter()
                .filter(|columns| !columns.is_empty())
                .min_by_key(off)
                && (off(&columns) <= 2 || keyed.saturating_mul(2) >= own.len())
            {
                return Some((columns, own));
            }
        }
        if is_row(self.tree, piece) || across {
            return None;
        }
        let columns = self.columns.first().filter(|columns| columns.len() >= 3)?;
        let inner = self
            .tree
            .subtree(piece)
            .skip(1)
            .filter(|at| !is_cell(self.tree, *at))
            .find_map(|at| {
                let children: Vec<NodeId> = self.tree.children(at).collect();
                let fits = children.len() == columns.len()
                    || children.iter().filter(|child| !self.tree.is_blank(**child)).count() == columns.len();
                (fits && !self.tree.has_own_text(at)).then_some(children)
            })?;
        let shown = if inner.len() == columns.len() {
            inner
        } else {
            inner.into_iter().filter(|cell| !self.tree.is_blank(*cell)).collect()
        };
        Some((columns, shown))
    }

    fn fusion(&self, cell: NodeId) -> Option<usize> {
        self.tree
            .attr(cell, "data-next-table-col")
            .and_then(|column| column.parse().ok())
    }

    fn cells(
        &self,
        record: &mut Record,
        cells: &[NodeId],
        columns: &[Column],
        reaching: &[(usize, NodeId)],
        labels: &mut Labels,
    ) {
        let width: usize = cells.iter().map(|cell| self.tree.span(*cell, "colspan")).sum();
        let blank = |column: Option<&Column>| {
            column.is_some_and(|column| column.meanings.is_empty() && column.label.is_empty())
        };
        // Cells to choose rows with have a header in some kits and none in others.
        let missing = columns.len().saturating_sub(width.saturating_add(reaching.len()));
        let mut at =
            if missing > 0 && blank(columns.first()) && !cells.first().is_some_and(|cell| self.tree.is_blank(*cell)) {
                1
            } else {
                0
            };
        let surplus = width.saturating_add(reaching.len()) == columns.len().saturating_add(1);
        let mut skip =
            surplus && cells.first().is_some_and(|cell| self.tree.is_blank(*cell)) && !blank(columns.first());
        for cell in cells {
            if std::mem::take(&mut skip) {
                continue;
            }
            while reaching.iter().any(|(column, _)| *column == at) {
                at = at.saturating_add(1);
            }
            let key = column_key(self.tree, *cell);
            let keyed = key.and_then(|key| columns.iter().find(|column| column.key.as_ref() == Some(&key)));
            let numbered = self.fusion(*cell).and_then(|column| columns.get(column));
            let column = keyed.or(numbered).or_else(|| columns.get(at));
            self.cell(record, *cell, column.map_or(&[], |column| &column.meanings), labels);
            at = at.saturating_add(self.tree.span(*cell, "colspan"));
        }
    }

    fn cell(&self, record: &mut Record, cell: NodeId, meanings: &[Meaning], labels: &mut Labels) {
        if let [only @ (Meaning::Note | Meaning::Chat | Meaning::Goods)] = meanings {
            // A buyer's or a title's own words are never taken for labels.
            let texts = self.tree.texts(cell);
            if *only == Meaning::Goods {
                let title = texts
                    .iter()
                    .map(|text| (self.whole(text.node, &text.value, cell), text.node))
                    .find(|(text, _)| text.chars().count() > 2 && !is_action(text) && labels.meaning(text).is_none());
                if let Some((text, node)) = title {
                    record.take(*only, &text, node, self.clock);
                }
            } else {
                let said: Vec<String> = texts
                    .iter()
                    .filter(|text| !is_action(&text.value))
                    .map(|text| self.whole(text.node, &text.value, cell))
                    .collect();
                let said = said.join(" ");
                let said = said
                    .split_once(['：', ':'])
                    .filter(|(label, _)| labels.meaning(label) == Some(*only))
                    .map_or(said.as_str(), |(_, rest)| rest);
                record.take(*only, said, cell, self.clock);
            }
            return;
        }
        if meanings.contains(&Meaning::Operation) || meanings == [Meaning::Buyer] {
            return;
        }
        self.region(record, cell, meanings, labels);
    }

    fn region(&self, record: &mut Record, region: NodeId, meanings: &[Meaning], labels: &mut Labels) {
        self.texts(record, region, meanings, labels, &|_| false);
    }

    /// Walks the texts of a region: labelled values first, what is left belongs to the column.
    fn texts(
        &self,
        record: &mut Record,
        region: NodeId,
        meanings: &[Meaning],
        labels: &mut Labels,
        skip: &dyn Fn(NodeId) -> bool,
    ) {
        let texts = self.tree.texts(region);
        let mut rest: Vec<(String, NodeId)> = Vec::new();
        let mut index = 0;
        while let Some(text) = texts.get(index) {
            index = index.saturating_add(1);
            if skip(text.node) || self.pressed(text.node, region) && meanings.is_empty() && !has_digits(&text.value) {
                continue;
            }
            let pairs = label_pairs(&text.value, labels);
            if let Some((front, pairs)) = pairs {
                if !front.is_empty() {
                    rest.push((front, text.node));
                }
                for (meaning, value) in pairs {
                    if is_placeholder(&value) {
                        let (value, node, next) = self.value_after(texts.len(), region, index, labels);
                        if let Some(node) = node {
                            record.take(meaning, &value, node, self.clock);
                            index = next;
                        }
                    } else {
                        record.take(meaning, &value, text.node, self.clock);
                    }
                }
                continue;
            }
            let strict = text.value.chars().count() >= 2 && !is_service(&text.value);
            let bare = labels.meaning(&text.value).filter(|meaning| {
                strict && !matches!(meaning, Meaning::Operation | Meaning::NotARefund) && !meanings.contains(meaning)
            });
            if let Some(meaning) = bare {
                let (value, node, next) = self.value_after(texts.len(), region, index, labels);
                if let Some(node) = node {
                    record.take(meaning, &value, node, self.clock);
                    index = next;
                    continue;
                }
            }
            rest.push((self.whole(text.node, &text.value, region), text.node));
        }
        self.rest(record, rest, region, meanings);
    }

    /// The value that follows a label: what the element beside it says.
    fn value_after(
        &self,
        _count: usize,
        region: NodeId,
        index: usize,
        labels: &mut Labels,
    ) -> (String, Option<NodeId>, usize) {
        let nothing = (String::new(), None, index);
        let texts = self.tree.texts(region);
        let Some(label) = index.checked_sub(1).and_then(|at| texts.get(at)) else {
            return nothing;
        };
        let Some(next) = texts.get(index) else { return nothing };
        // The nearest element that holds both; the value is its part that holds the next text.
        let Some(both) = self.tree.common(label.node, next.node) else {
            return nothing;
        };
        if is_row(self.tree, both)
            && !matches!(self.tree.node(label.node).tag.as_ref(), "th")
            && is_cell_of(self.tree, both, label.node)
            && self.columns.iter().any(|columns| !columns.is_empty())
        {
            return nothing;
        }
        let alone = self
            .tree
            .children(both)
            .filter(|child| !self.tree.is_blank(*child))
            .count()
            == 2;
        let value = std::iter::once(next.node)
            .chain(self.tree.ancestors(next.node))
            .take_while(|at| *at != both)
            .last();
        let mut said = String::new();
        let mut at = index;
        while let Some(text) = texts.get(at) {
            let inside = match value {
                Some(value) => self.tree.contains(value, text.node),
                None => at == index,
            };
            let another =
                at > index && (labels.meaning(&text.value).is_some() || label_pairs(&text.value, labels).is_some());
            if !inside || another {
                break;
            }
            if at == index
                && !alone
                && (labels.meaning(&text.value).is_some_and(|_| !is_service(&text.value))
                    || label_pairs(&text.value, labels).is_some())
            {
                return nothing;
            }
            if !is_action(&text.value) {
                if !said.is_empty() && !joins(&said, &text.value) {
                    said.push(' ');
                }
                said.push_str(&self.whole(text.node, &text.value, region));
            }
            at = at.saturating_add(1);
        }
        (said, Some(value.unwrap_or(next.node)), at)
    }

    /// What no label claimed.
    fn rest(&self, record: &mut Record, mut rest: Vec<(String, NodeId)>, region: NodeId, meanings: &[Meaning]) {
        rest.retain(|(text, _)| !is_action(text) && !is_placeholder(text));
        for (text, node) in &rest {
            record.take_deadline(text, false, self.clock);
            if meanings.is_empty() {
                self.dated(record, text, *node);
            }
        }
        if meanings.len() > 1 && !(meanings.iter().all(|meaning| is_amount(*meaning))) {
            let mut open: Vec<Meaning> = meanings.to_vec();
            for (text, node) in &rest {
                let fits = open.iter().position(|meaning| plausible(*meaning, text));
                if let Some(meaning) = fits.map(|at| open.remove(at)) {
                    record.take(meaning, text, *node, self.clock);
                }
            }
            return;
        }
        let joined = join(&rest);
        match meanings {
            [] => {
                if record.service.is_none()
                    && let Some((text, node)) = rest.iter().find(|(text, _)| is_service(text))
                {
                    record.take(Meaning::Service, text, *node, self.clock);
                }
            }
            [Meaning::PaidAmount | Meaning::RefundAmount, ..] if meanings.len() > 1 => {
                record.take(Meaning::Amounts, &joined, region, self.clock)
            }
            [meaning @ (Meaning::Reason | Meaning::Status | Meaning::Shipping | Meaning::Category)] => {
                let mut said = String::new();
                let mut node = region;
                for (text, at) in &rest {
                    if said.is_empty() {
                        said.clone_from(text);
                        node = *at;
                    } else if text.starts_with(['（', '(']) {
                        said.push_str(text);
                    } else if *meaning == Meaning::Reason && !self.has_column(Meaning::Note) {
                        // Below the reason pages show what the buyer wrote to it.
                        record.take(Meaning::Note, text, *at, self.clock);
                    }
                }
                record.take(*meaning, &said, node, self.clock);
                if *meaning == Meaning::Status {
                    record.take_deadline(&joined, false, self.clock);
                }
            }
            [meaning] => record.take(
                *meaning,
                &joined,
                rest.first().map_or(region, |(_, node)| *node),
                self.clock,
            ),
            _ => {}
        }
    }

    fn has_column(&self, meaning: Meaning) -> bool {
        self.columns
            .iter()
            .flatten()
            .any(|column| column.meanings.contains(&meaning))
    }

    /// The full text where the page shows a shortened one.
    fn whole(&self, node: NodeId, text: &str, region: NodeId) -> String {
        let text = text.trim();
        let Some(short) = text.strip_suffix("...").or_else(|| text.strip_suffix('…')) else {
            return text.to_owned();
        };
        let up = std::iter::once(node)
            .chain(self.tree.ancestors(node))
            .take(5)
            .take_while(|at| self.tree.contains(region, *at));
        let full = up
            .filter_map(|at| self.tree.attr(at, "title").or_else(|| self.tree.attr(at, "aria-label")))
            .find(|full| full.trim().starts_with(short.trim()));
        full.map_or_else(|| text.to_owned(), |full| full.trim().to_owned())
    }

    /// `2026-08-06 01:22:42 下单，2026-08-06 01:23:00 付款`: times that say behind themselves what they are.
    fn dated(&self, record: &mut Record, text: &str, node: NodeId) {
        if !has_digits(text) || text.len() > 300 {
            return;
        }
        for part in text.split(['，', ',', '；', ';', '|']) {
            let word = part
                .rsplit(|letter: char| letter.is_ascii_digit())
                .next()
                .unwrap_or_default()
                .trim();
            let meaning = match word {
                "申请" | "申請" | "提交" | "发起" | "發起" | "发起申请" | "提交申请" | "申请售后" | "申请退款" => {
                    Meaning::AppliedAt
                }
                "付款" | "支付" => Meaning::PaidAt,
                "签收" | "簽收" | "收货" => Meaning::SignedAt,
                "发货" | "發貨" => Meaning::ShippedAt,
                _ => continue,
            };
            record.take(meaning, part, node, self.clock);
        }
    }

    /// The goods' title where neither a column nor a label names it: what the page's own names for its elements call goods.
    fn goods(&self, record: &mut Record, parts: &Parts, labels: &mut Labels) {
        let names = &packs().values.goods.names;
        let named = |text: &Text<'_>, piece: NodeId| {
            std::iter::once(text.node)
                .chain(self.tree.ancestors(text.node))
                .take_while(|at| *at != piece)
                .take(4)
                .any(|at| {
                    let about = |value: &str| {
                        let value = value.to_ascii_lowercase();
                        names.iter().any(|name| value.contains(name.as_str()))
                    };
                    about(&self.tree.node(at).class) || self.tree.attr(at, "prop").is_some_and(about)
                })
        };
        for piece in parts.rows.iter().chain(&parts.leads) {
            for text in self.tree.texts(*piece).iter().take(80) {
                let said = text.value.trim();
                let titled =
                    matches!(self.tree.node(text.node).tag.as_ref(), "p" | "h3" | "h4" | "h5") || named(text, *piece);
                if titled
                    && said.chars().count() >= 6
                    && said.chars().filter(|letter| letter.is_alphabetic()).count() >= 4
                    && labels.meaning(said).is_none()
                    && !said.contains([':', '：'])
                    && first_id_like(said).is_none()
                    && !is_action(said)
                    && [&record.reason, &record.note]
                        .iter()
                        .all(|shown| shown.as_ref().is_none_or(|shown| shown.text != said))
                {
                    let whole = self.whole(text.node, said, *piece);
                    record.take(Meaning::Goods, &whole, text.node, self.clock);
                    return;
                }
            }
        }
    }

    /// Whether the text lies in something to press.
    fn pressed(&self, node: NodeId, region: NodeId) -> bool {
        std::iter::once(node)
            .chain(self.tree.ancestors(node))
            .take_while(|at| *at != region)
            .take(4)
            .any(|at| self.tree.node(at).tag == "button" || self.tree.attr(at, "role") == Some("button"))
    }

    /// Numbers that no column or label named.
    fn finish(&self, record: &mut Record, parts: &Parts) {
        for piece in parts.pieces() {
            let node = self.tree.node(piece);
            let from = self.tokens.partition_point(|token| token.text < node.text_start);
            for token in self
                .tokens
                .iter()
                .skip(from)
                .take_while(|token| token.text < node.text_end)
            {
                match token.kind {
                    IdKind::Refund if record.refund_id.is_none() => record.refund_id = Some(token.value.clone()),
                    IdKind::Order if record.order_id.is_none() => record.order_id = Some(token.value.clone()),
                    IdKind::Unknown
                        if record.refund_id.is_none() && record.order_id.is_none() && record.other_ids.is_empty() =>
                    {
                        record.other_ids.push(token.value.clone());
                    }
                    _ => {}
                }
            }
        }
        if record.refund_id.is_some() || record.order_id.is_some() {
            record.other_ids.clear();
        }
    }
}

/// The outermost rows inside an element that is none itself.
fn rows_in(tree: &Tree<'_>, piece: NodeId) -> Vec<NodeId> {
    let mut rows = Vec::new();
    if is_row(tree, piece) {
        return rows;
    }
    let mut at = piece.saturating_add(1);
    let end = tree.node(piece).end;
    while at < end {
        if is_row(tree, at) {
            if !tree.is_blank(at) {
                rows.push(at);
            }
            at = tree.node(at).end.max(at.saturating_add(1));
        } else {
            at = at.saturating_add(1);
        }
    }
    rows
}

fn is_cell_of(tree: &Tree<'_>, row: NodeId, inner: NodeId) -> bool {
    std::iter::once(inner)
        .chain(tree.ancestors(inner))
        .take_while(|at| *at != row)
        .any(|at| is_cell(tree, at))
}

fn has_digits(text: &str) -> bool {
    text.bytes().filter(u8::is_ascii_digit).count() >= 6
}

/// A long number somewhere in the text.
fn first_id_like(text: &str) -> Option<&str> {
    text.split(|letter: char| !letter.is_ascii_digit())
        .find(|run| run.len() >= 9)
}

const fn is_amount(meaning: Meaning) -> bool {
    matches!(meaning, Meaning::PaidAmount | Meaning::RefundAmount | Meaning::Amount)
}

/// Whether a text can be a value of that meaning, for cells that hold several.
fn plausible(meaning: Meaning, text: &str) -> bool {
    let figures = || !crate::text::number::figures(text).is_empty();
    match meaning {
        Meaning::Service => is_service(text),
        Meaning::OrderId | Meaning::RefundId => has_digits(text),
        Meaning::PaidAmount | Meaning::RefundAmount | Meaning::Amount | Meaning::Amounts => figures(),
        Meaning::AppliedAt | Meaning::PaidAt | Meaning::SignedAt | Meaning::ShippedAt => {
            has_digits(text) && text.contains([':', '-', '/', '年'])
        }
        Meaning::Deadline => crate::text::duration::countdown(text, true).is_some(),
        Meaning::Reason | Meaning::Note | Meaning::Status | Meaning::Shipping | Meaning::Goods => !is_service(text),
        _ => true,
    }
}

/// Whether two neighbouring texts are one number in pieces (`¥` `12` `.50`).
fn joins(before: &str, after: &str) -> bool {
    let ends = before.trim_end().chars().next_back();
    let starts = after.trim_start().chars().next();
    match (ends, starts) {
        (Some('¥' | '￥' | '$'), Some(first)) => first.is_ascii_digit(),
        (Some(last), Some('.')) => {
            last.is_ascii_digit()
                && after
                    .trim_start()
                    .chars()
                    .nth(1)
                    .is_some_and(|digit| digit.is_ascii_digit())
        }
        (Some('.'), Some(first)) => first.is_ascii_digit(),
        _ => false,
    }
}

fn join(rest: &[(String, NodeId)]) -> String {
    let mut joined = String::new();
    for (text, _) in rest {
        if !joined.is_empty() && !joins(&joined, text) {
            joined.push(' ');
        }
        joined.push_str(text);
    }
    joined
}

/// What stands before the first label, and each label's meaning with its value.
type Pairs = (String, Vec<(Meaning, String)>);

/// Splits `订单号 1 申请时间: 2` into what each label says; `None` where the text holds no label with a value or a colon.
fn label_pairs(text: &str, labels: &mut Labels) -> Option<Pairs> {
    if text.len() > 4000 || !text.contains([':', '：', ' ']) {
        return None;
    }
    let mut marks: Vec<(usize, usize, Meaning)> = Vec::new();
    for (at, sign) in text
        .char_indices()
        .filter(|(_, letter)| matches!(letter, ':' | '：'))
        .take(40)
    {
        let before = text.get(..at).unwrap_or_default().trim_end();
        let start = before
            .rfind([' ', ',', '，', ';', '；', '|', '｜', '、', '(', '（', ':', '：', '。'])
            .map_or(0, |cut| {
                cut.saturating_add(
                    before
                        .get(cut..)
                        .and_then(|rest| rest.chars().next())
                        .map_or(1, char::len_utf8),
                )
            });
        let whole = labels.meaning(before);
        let (start, meaning) = match whole {
            Some(meaning) => (0, Some(meaning)),
            None => (start, before.get(start..).and_then(|label| labels.meaning(label))),
        };
        if let Some(meaning) = meaning {
            marks.push((start, at.saturating_add(sign.len_utf8()), meaning));
        }
    }
    // 订单号 123, 申请时间 2026-…: before a figure a label needs no colon, nor does one that begins the text.
    let mut from = 0_usize;
    for word in text.split(' ') {
        let end = from.saturating_add(word.len());
        let next = text.get(end..).unwrap_or_default().trim_start();
        let figure =
            next.starts_with(|letter: char| letter.is_ascii_digit() || matches!(letter, '¥' | '￥' | '-' | 'P' | 'R'));
        let begins = from == 0 && word.chars().count() >= 4 && !word.is_ascii() && !next.is_empty();
        if (figure || begins)
            && !marks.iter().any(|(start, stop, _)| from >= *start && from < *stop)
            && let Some(meaning) = labels.meaning(word)
            && (begins || !matches!(meaning, Meaning::Goods | Meaning::Other | Meaning::Note))
        {
            marks.push((from, end, meaning));
        }
        from = end.saturating_add(1);
    }
    if marks.is_empty() {
        return None;
    }
    marks.sort_unstable_by_key(|(start, ..)| *start);
    let front = marks
        .first()
        .and_then(|(start, ..)| text.get(..*start))
        .unwrap_or_default()
        .trim()
        .to_owned();
    let ends = marks
        .iter()
        .skip(1)
        .map(|(start, ..)| *start)
        .chain(std::iter::once(text.len()));
    let pairs = marks
        .iter()
        .zip(ends)
        .map(|((_, stop, meaning), end)| (*meaning, text.get(*stop..end).unwrap_or_default().trim().to_owned()));
    Some((front, pairs.collect()))
}
