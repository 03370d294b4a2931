//! How much speaks for a list's being one of refunds.

use std::collections::BTreeSet;

use super::header::Column;
use super::label::{Labels, Meaning};
use super::node::Tree;
use super::record::Record;

/// How much speaks for after-sales records.
#[must_use]
pub fn score(tree: &Tree<'_>, records: &[Record], columns: &[Vec<Column>], labels: &mut Labels) -> i32 {
    let named: BTreeSet<Meaning> = columns
        .iter()
        .flatten()
        .filter(|column| !column.label.is_empty())
        .flat_map(|column| column.meanings.iter().copied())
        .collect();
    let sample: Vec<&Record> = records.iter().take(20).collect();
    let most = |test: fn(&Record) -> bool| {
        sample.iter().filter(|record| test(record)).count().saturating_mul(3) >= sample.len().max(1)
    };
    let mut score: i32 = 0;
    let mut add = |holds: bool, points: i32| score = score.saturating_add(if holds { points } else { 0 });
    add(named.contains(&Meaning::Reason) || most(|record| record.reason.is_some()), 4);
    add(named.contains(&Meaning::RefundId) || most(|record| record.refund_id.is_some()), 3);
    add(named.contains(&Meaning::Service) || most(|record| record.service.is_some()), 2);
    add(most(|record| record.service.is_some()), 2);
    add(named.contains(&Meaning::RefundAmount) || most(|record| record.refund.is_some()), 2);
    add(named.contains(&Meaning::AppliedAt) || most(|record| record.applied_at.is_some()), 1);
    add(named.contains(&Meaning::Status) || most(|record| record.status.is_some()), 1);
    add(named.contains(&Meaning::NotARefund) || named.contains(&Meaning::Statistic), -6);
    // The same words inside the records, where there are no headers.
    let foreign = sample.first().is_some_and(|record| {
        record
            .pieces
            .iter()
            .flat_map(|piece| tree.texts(*piece))
            .take(60)
            .any(|text| labels.meaning(&text.value) == Some(Meaning::NotARefund))
    });
    add(foreign && columns.is_empty(), -6);
    score
}
