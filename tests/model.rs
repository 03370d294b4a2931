//! The model that ships is what its lines and the cues give: whoever changes either trains it anew
//! (`cargo run --release --example train`).

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

#[path = "../examples/train/model/mod.rs"]
mod trainer;

use trainer::Trained;
use trainer::lines::{self, Line};

#[test]
fn the_model_is_what_its_lines_give() {
    let lines = lines::read();
    let trained = Trained::on(&lines.iter().collect::<Vec<&Line>>());
    let shipped = include_bytes!("../src/issue/model.bin");
    // Not `assert_eq`: nobody reads a hundred thousand bytes.
    assert!(trained.bytes() == shipped, "train the model anew: cargo run --release --example train");
}
