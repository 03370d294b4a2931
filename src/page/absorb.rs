//! From the pieces of a record to its fields: cells under headers, values behind labels.

use super::header::{Column, cells, column_key, is_cell, is_row};
use super::ids::{IdKind, IdToken};
use super::label::{Labels, Meaning};
use super::list::Parts;
use super::node::{NodeId, Tree};
use super::record::{Clock, Record};
use super::values::is_action;

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
        let mut record = Record { pieces: parts.pieces(), ..Record::default() };
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
    pub(super) fn fitting(&self, piece: NodeId, reaching: usize) -> Option<(&[Column], Vec<NodeId>)> {
        let own = cells(self.tree, piece);
        let width: usize = own.iter().map(|cell| self.tree.span(*cell, "colspan")).sum();
        let keyed =
            own.iter().filter(|cell| column_key(self.tree, **cell).is_some() || self.fusion(**cell).is_some()).count();
        // A cell across the table says something about the record as a whole.
        let across = own.iter().any(|cell| self.tree.span(*cell, "colspan") >= 4);
        if own.len() >= 2 && !across {
            let off = |columns: &&Vec<Column>| columns.len().abs_diff(width.saturating_add(reaching));
            if let Some(columns) = self.columns.iter().filter(|columns| !columns.is_empty()).min_by_key(off)
                && (off(&columns) <= 2 || keyed.saturating_mul(2) >= own.len())
            {
                return Some((columns, own));
            }
        }
        if is_row(self.tree, piece) || across {
            return None;
        }
        let columns = self.columns.first().filter(|columns| columns.len() >= 3)?;
        let inner = self.tree.subtree(piece).skip(1).filter(|at| !is_cell(self.tree, *at)).find_map(|at| {
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
        self.tree.attr(cell, "data-next-table-col").and_then(|column| column.parse().ok())
    }

    fn cells(
        &self,
        record: &mut Record,
        cells: &[NodeId],
        columns: &[Column],
        reaching: &[(usize, NodeId)],
        labels: &mut Labels,
    ) {
        for (cell, column) in self.under(cells, columns, reaching) {
            self.cell(record, cell, column.map_or(&[], |column| &column.meanings), labels);
        }
    }

    /// The cells of a row with the columns they stand under.
    pub(super) fn under<'c>(
        &self,
        cells: &[NodeId],
        columns: &'c [Column],
        reaching: &[(usize, NodeId)],
    ) -> Vec<(NodeId, Option<&'c Column>)> {
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
        let mut found = Vec::with_capacity(cells.len());
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
            found.push((*cell, keyed.or(numbered).or_else(|| columns.get(at))));
            at = at.saturating_add(self.tree.span(*cell, "colspan"));
        }
        found
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

    pub(super) fn has_column(&self, meaning: Meaning) -> bool {
        self.columns.iter().flatten().any(|column| column.meanings.contains(&meaning))
    }

    /// Numbers that no column or label named.
    fn finish(&self, record: &mut Record, parts: &Parts) {
        for piece in parts.pieces() {
            let node = self.tree.node(piece);
            let from = self.tokens.partition_point(|token| token.text < node.text_start);
            for token in self.tokens.iter().skip(from).take_while(|token| token.text < node.text_end) {
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
pub(super) fn rows_in(tree: &Tree<'_>, piece: NodeId) -> Vec<NodeId> {
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
