//! Header rows and cells: which words stand over which column, whatever kit drew the table.

use super::label::{Labels, Meaning, meanings};
use super::node::{NodeId, Tree};

/// One column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What its header says it holds; several for a compound header, none for an unknown one.
    pub meanings: Vec<Meaning>,
    /// The header's words.
    pub label: String,
    /// The kit's own name of the column, where it has one.
    pub key: Option<String>,
}

impl Column {
    /// A column of which nothing is known.
    #[must_use]
    pub const fn blank() -> Self {
        Self { meanings: Vec::new(), label: String::new(), key: None }
    }
}

/// A header row.
#[derive(Debug, Clone)]
pub struct Header {
    /// The row or the `thead`.
    pub node: NodeId,
    /// Its columns from left to right.
    pub columns: Vec<Column>,
    /// Whether only its words say that it is a header, not its markup.
    pub by_words: bool,
}

impl Header {
    /// Number of columns whose meaning is known.
    #[must_use]
    pub fn known(&self) -> usize {
        self.columns.iter().filter(|column| !column.meanings.is_empty()).count()
    }
}

/// Whether the element is a row by tag or role.
#[must_use]
pub fn is_row(tree: &Tree<'_>, id: NodeId) -> bool {
    let tag = tree.node(id).tag.as_ref();
    tag == "tr" || tag.ends_with("-table-row") || (tree.attr(id, "role") == Some("row") && tag != "table")
}

/// Whether the element is a cell by tag, role or class.
#[must_use]
pub fn is_cell(tree: &Tree<'_>, id: NodeId) -> bool {
    let tag = tree.node(id).tag.as_ref();
    matches!(tag, "td" | "th")
        || tag.ends_with("-table-cell")
        || matches!(tree.attr(id, "role"), Some("cell" | "gridcell" | "columnheader" | "rowheader"))
}

fn is_cell_by_class(tree: &Tree<'_>, id: NodeId) -> bool {
    tree.class_any(id, |name| {
        let stem = stable(name).to_ascii_lowercase();
        ["-cell", "_cell", "-td", "-th", "__cell", "tablecell"].iter().any(|end| stem.ends_with(end)) || stem == "cell"
    })
}

/// A class name without the hash that a build adds (`item_cell__x8Fq2`, `header--wide--3fQ1`, `TB_body_5-118-0`).
#[must_use]
pub fn stable(name: &str) -> &str {
    let cut = name.find("__").filter(|at| {
        let hash = name.get(at.saturating_add(2)..).unwrap_or_default();
        (4..=8).contains(&hash.len()) && hash.bytes().any(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
    });
    cut.and_then(|at| name.get(..at)).unwrap_or(name)
}

/// The cells of a row in order; empty where the element has no parts.
#[must_use]
pub fn cells(tree: &Tree<'_>, row: NodeId) -> Vec<NodeId> {
    let mut at = row;
    for _ in 0..6 {
        let children: Vec<NodeId> = tree.children(at).collect();
        let marked: Vec<NodeId> = children.iter().copied().filter(|child| is_cell(tree, *child)).collect();
        if !marked.is_empty() {
            return marked;
        }
        let classed: Vec<NodeId> = children.iter().copied().filter(|child| is_cell_by_class(tree, *child)).collect();
        if classed.len() >= 3 {
            return classed;
        }
        let mut shown = children.iter().copied().filter(|child| !tree.is_blank(*child));
        match (shown.next(), shown.next()) {
            (Some(only), None) if !tree.has_own_text(at) => at = only,
            (Some(_), Some(_)) => return children,
            _ => return Vec::new(),
        }
    }
    Vec::new()
}

/// The kit's own name of the column that a cell belongs to.
#[must_use]
pub fn column_key(tree: &Tree<'_>, cell: NodeId) -> Option<String> {
    for name in ["data-colkey", "prop"] {
        if let Some(value) = tree.attr(cell, name).filter(|value| !value.is_empty()) {
            return Some(format!("{name}={value}"));
        }
    }
    let class = tree.node(cell).class.split_ascii_whitespace().find(|name| {
        name.rsplit_once("_column_")
            .is_some_and(|(_, number)| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
    });
    class.map(str::to_owned)
}

/// Whether something to type or choose in lies in the element: then its words are labels of a form.
fn has_fields(tree: &Tree<'_>, id: NodeId) -> bool {
    tree.subtree(id).any(|at| matches!(tree.node(at).tag.as_ref(), "select" | "textarea" | "form" | "label"))
        || tree.subtree(id).filter(|at| tree.node(*at).tag == "input").count() > 1
}

/// All header rows of the page, in document order.
pub fn headers(tree: &Tree<'_>, labels: &mut Labels) -> Vec<Header> {
    let mut found: Vec<Header> = Vec::new();
    let mut inside_until = 0;
    for id in 0..tree.len() {
        if id < inside_until {
            continue;
        }
        let node = tree.node(id);
        let texts = node.text_end.saturating_sub(node.text_start);
        if texts < 1 {
            continue;
        }
        let tag = node.tag.as_ref();
        let header = if tag == "thead" || tag.ends_with("-table-head") {
            from_rows(tree, id, &tree.children(id).filter(|row| is_row(tree, *row)).collect::<Vec<_>>())
        } else if is_row(tree, id) {
            all_headings(tree, id).then(|| from_rows(tree, id, &[id])).flatten()
        } else if (3..=60).contains(&texts) && !matches!(tag, "form" | "ul" | "ol" | "dl" | "nav") {
            by_words(tree, id, labels)
        } else {
            None
        };
        if let Some(header) = header {
            inside_until = node.end;
            found.push(header);
        }
    }
    found
}

/// Whether a row's markup says that all its cells are words over columns.
pub fn all_headings(tree: &Tree<'_>, row: NodeId) -> bool {
    let cells = cells(tree, row);
    !cells.is_empty()
        && cells.iter().all(|cell| {
            tree.node(*cell).tag == "th" || tree.attr(*cell, "role") == Some("columnheader") || tree.is_blank(*cell)
        })
}

/// Several header rows make one: a cell over others lends them its words.
fn from_rows(tree: &Tree<'_>, node: NodeId, rows: &[NodeId]) -> Option<Header> {
    let mut grid: Vec<Column> = Vec::new();
    let mut parents: Vec<String> = Vec::new();
    let mut taken: Vec<usize> = Vec::new();
    for row in rows {
        let mut at = 0;
        for cell in cells(tree, *row) {
            while taken.get(at).copied().unwrap_or(0) > 0 {
                at = at.saturating_add(1);
            }
            let label = label_of(tree, cell);
            for _ in 0..tree.span(cell, "colspan") {
                while grid.len() <= at {
                    grid.push(Column { meanings: Vec::new(), label: String::new(), key: None });
                    parents.push(String::new());
                    taken.push(0);
                }
                if let (Some(column), Some(parent), Some(rows)) =
                    (grid.get_mut(at), parents.get_mut(at), taken.get_mut(at))
                {
                    *parent = std::mem::replace(&mut column.label, label.clone());
                    column.key = column_key(tree, cell);
                    *rows = tree.span(cell, "rowspan");
                }
                at = at.saturating_add(1);
            }
        }
        for left in &mut taken {
            *left = left.saturating_sub(1);
        }
    }
    for (column, parent) in grid.iter_mut().zip(&parents) {
        column.meanings = meanings(&column.label);
        if !parent.is_empty() && *parent != column.label {
            let both = meanings(&format!("{parent}{}", column.label));
            if !both.is_empty() {
                column.meanings = both;
            }
        }
    }
    // A pane of fixed columns may have a single one; it must be a known word then.
    let header = Header { node, columns: grid, by_words: false };
    (header.columns.len() >= 2 || header.known() == 1).then_some(header)
}

fn by_words(tree: &Tree<'_>, id: NodeId, labels: &mut Labels) -> Option<Header> {
    let children: Vec<NodeId> = tree.children(id).collect();
    if children.len() < 3 || tree.has_own_text(id) {
        return None;
    }
    let (mut shown, mut known) = (0_usize, 0_usize);
    for child in &children {
        let texts = tree.texts(*child);
        let Some(first) = texts.first() else { continue };
        if texts.len() > 3
            || first.value.chars().count() > 14
            || first.value.bytes().filter(u8::is_ascii_digit).count() > 3
        {
            return None;
        }
        // A colon belongs to a label before its value.
        if first.value.trim_end().ends_with([':', '：']) {
            return None;
        }
        shown = shown.saturating_add(1);
        if labels.meaning(&first.value).is_some() || !meanings(&first.value).is_empty() {
            known = known.saturating_add(1);
        }
    }
    if shown < 3 || known < 2 || known.saturating_mul(5) < shown.saturating_mul(3) || has_fields(tree, id) {
        return None;
    }
    let columns = children
        .iter()
        .map(|child| {
            let label = label_of(tree, *child);
            Column { meanings: meanings(&label), label, key: column_key(tree, *child) }
        })
        .collect();
    Some(Header { node: id, columns, by_words: true })
}

/// The words of a header cell: the first text that says something, without the signs for sorting.
fn label_of(tree: &Tree<'_>, cell: NodeId) -> String {
    let texts = tree.texts(cell);
    let whole: String = texts.iter().map(|text| text.value.trim()).collect();
    if !meanings(&whole).is_empty() {
        return whole;
    }
    let known = texts.iter().find(|text| !meanings(&text.value).is_empty()).or_else(|| texts.first());
    known
        .map(|text| text.value.trim().to_owned())
        .or_else(|| tree.attr(cell, "aria-label").map(str::to_owned))
        .unwrap_or_default()
}
