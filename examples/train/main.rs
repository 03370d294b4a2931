//! Trains the model of `src/issue/model.rs` on `packs/lines/*.tsv` and writes `src/issue/model.bin`. Pure and deterministic:
//! the same lines and cues give the same bytes. `cargo run --release --example train -- check` trains on four fifths, five times over,
//! prints how well the held-back fifth is read, and writes nothing.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    clippy::print_stderr,
    missing_docs,
    reason = "a tool or test outside the product may stop and print"
)]

mod model;

use std::path::Path;

use aftersales_radar::issue::Issue;

use model::lines::{self, Line};
use model::{Trained, fit};

fn main() {
    let lines = lines::read();
    println!("{} lines", lines.len());
    let mode = std::env::args().nth(1);
    if mode.as_deref() == Some("check") {
        let folds: Vec<Figures> = (0..5).map(|fold| held_back(&lines, fold)).collect();
        let share =
            |figure: fn(&Figures) -> usize| 100.0 * folds.iter().map(figure).sum::<usize>() as f32 / lines.len() as f32;
        let (first, any, quality) = (share(|it| it.first), share(|it| it.any), share(|it| it.quality));
        println!("held back: the first issue {first:.1} %, any of the line {any:.1} %, quality {quality:.1} %");
        return;
    }
    // `train -- without 0` leaves a fifth out, so that cues and model can be measured together on it.
    let without: Option<usize> = std::env::args().nth(2).and_then(|fold| fold.parse().ok());
    let part = lines_of(&lines, |fold| Some(fold) != without);
    let trained = Trained::on(&part);
    let bytes = trained.bytes();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/issue/model.bin");
    std::fs::write(&path, &bytes).expect("model.bin");
    println!("{} features, {} bytes", trained.rows.len(), bytes.len());
}

/// The lines of some of the five folds.
fn lines_of(lines: &[Line], is_wanted: impl Fn(usize) -> bool) -> Vec<&Line> {
    let numbered = lines.iter().enumerate().filter(|(number, _)| is_wanted(number % 5));
    numbered.map(|(_, line)| line).collect()
}

/// Of the lines of one fold, how many are read rightly.
struct Figures {
    first: usize,
    any: usize,
    quality: usize,
}

fn held_back(lines: &[Line], fold: usize) -> Figures {
    let trained = Trained::on(&lines_of(lines, |other| other != fold));
    let mut right = Figures { first: 0, any: 0, quality: 0 };
    for line in lines_of(lines, |other| other == fold) {
        let sums = fit::sums(&trained.weights, &trained.known(line));
        let issue = best(&sums[..Issue::COUNT]);
        right.first += usize::from(line.issues[0] == issue);
        right.any += usize::from(line.issues.contains(&issue));
        right.quality += usize::from(best(&sums[Issue::COUNT..]) == line.quality);
    }
    right
}

fn best(sums: &[f64]) -> usize {
    (0..sums.len()).max_by(|one, other| sums[*one].total_cmp(&sums[*other])).unwrap_or(0)
}
